import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedFiles } from './delivery/compress-files.ts';

/** Where a running Kindred listens, for `vite` in development; the built files are served by the gateway itself. */
const gateway = process.env.KINDRED_URL ?? 'http://127.0.0.1:8080';

export default defineConfig(async ({ mode }) => ({
  // With `--mode mock` a library in memory answers instead of a gateway.
  plugins: [
    react(),
    compressedFiles(),
    mode === 'mock' && (await import('./dev/mock-gateway.ts')).mockGateway(),
  ],
  base: '/',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows scripts from our own origin only, and none inline.
    modulePreload: { polyfill: false },
    // Icons and styles stay files: `data:` addresses are allowed for images only.
    assetsInlineLimit: 0,
    // One small file: pages share looks, and which page is seen first must not change them.
    cssCodeSplit: false,
  },
  server: {
    ...(mode !== 'mock' && {
      proxy: {
        '/graphql': { target: gateway, ws: true },
        '/images': gateway,
        '/session': gateway,
        '/search/face': gateway,
        '/labels': gateway,
        '/upload': gateway,
      },
    }),
  },
}));
