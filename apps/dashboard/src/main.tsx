import { createRoot } from 'react-dom/client';
import { App } from './shell/app';
import { Dashboard } from './shell/dashboard';
import './design/tokens.css';
import './design/base.css';
import './design/button.css';
import './design/design.css';
import './design/forced-colors.css';

createRoot(document.getElementById('root')!).render(<App dashboard={new Dashboard()} />);
