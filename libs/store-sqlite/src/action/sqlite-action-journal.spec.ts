import { actionJournalContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

actionJournalContract('SqliteActionJournal', openInAFolder);
