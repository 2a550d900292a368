import { objectStoreContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

objectStoreContract('FileObjectStore', openInAFolder);
