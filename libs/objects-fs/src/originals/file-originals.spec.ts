import { originalsContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';
import { FileOriginals } from './file-originals';

originalsContract('FileOriginals', async () => {
  const { port: objects, close } = await openInAFolder();
  return { port: { objects, originals: new FileOriginals({ objects }) }, close };
});
