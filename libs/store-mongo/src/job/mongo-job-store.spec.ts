import { jobStoreContract, describeWithServer } from '@kindred/testing';
import { mongoServer } from '../testing/mongo-server';
import { openInADatabase } from '../testing/open-in-a-database';

describeWithServer('over a server of MongoDB', mongoServer(), (server) => {
  jobStoreContract('MongoJobStore', () => openInADatabase(server().address));
});
