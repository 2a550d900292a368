export { openTestPorts, type TestPorts } from './open-test-ports';
export { type InterruptedPorts, interruptedPorts, type Interruption } from './interrupted-ports';
