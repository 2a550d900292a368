export { openTestPorts, type TestPorts } from './open-test-ports';
