// Before the first paint, so that a dark screen never flashes white. A file, because inline scripts are forbidden.
try {
  const theme = localStorage.getItem('kindred.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be off: the system's theme it is.
}
