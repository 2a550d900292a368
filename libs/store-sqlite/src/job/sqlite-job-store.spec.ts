import { jobStoreContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

jobStoreContract('SqliteJobStore', openInAFolder);
