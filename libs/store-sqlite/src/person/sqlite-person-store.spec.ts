import { personStoreContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

personStoreContract('SqlitePersonStore', openInAFolder);
