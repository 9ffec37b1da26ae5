export * from './port/identity-port.js';
