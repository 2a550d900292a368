import { samePersonQuestionsContract } from '@kindred/testing';
import { openInAFolder } from '../testing/open-in-a-folder';

samePersonQuestionsContract('SqliteSamePersonQuestions', openInAFolder);
