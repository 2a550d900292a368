import { faceStoreContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

faceStoreContract('SqliteFaceStore', openInAFolder);
faceStoreContract('SqliteFaceStore that gives way after each few faces', (clock) => openInAFolder(clock, 7));
