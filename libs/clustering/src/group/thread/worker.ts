import { parentPort, workerData } from 'node:worker_threads';
import { groupFaces, type GroupInput } from '../group-faces';

parentPort!.postMessage(groupFaces(workerData as GroupInput));
