// `./kindred`: installs and builds what is missing or out of date, then runs the command line in this process.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { requireNode } from './require-node.mjs';
import { ROOT } from './root.mjs';

requireNode();
const { prepare } = await import('./prepare.mjs');
await prepare();
process.env.KINDRED_LAUNCHED = '1';
const { default: kindred } = await import(pathToFileURL(join(ROOT, 'apps/kindred/dist/index.js')).href);
await kindred.main(process.argv);
