import { photoStoreContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

photoStoreContract('SqlitePhotoStore', openInAFolder);
