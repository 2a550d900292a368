export { unprivileged } from '@kindred/testing';
