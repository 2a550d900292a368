import { createRoot } from 'react-dom/client';
import { App } from './shell/app';
import { Dashboard } from './shell/dashboard';
import { fetchLaterPages } from './shell/later-page';
import './design/tokens.css';
import './design/base.css';
import './design/button.css';
import './design/design.css';
import './design/forced-colors.css';

createRoot(document.getElementById('root')!).render(<App dashboard={new Dashboard()} />);

/** By then the first screen is there, and nobody waits for what it needs. */
const FIRST_SCREEN_MS = 3000;
setTimeout(() => void fetchLaterPages(), FIRST_SCREEN_MS);
