import { faceStoreContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

faceStoreContract('SqliteFaceStore', openInAFolder);
