import { labelLogContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

labelLogContract('SqliteLabelLog', openInAFolder);
