export { connect, type Connections } from './connect.js';
export { DomainsModule } from './domains.module.js';
export { migrate } from './migrate.js';
export { domainMigrations } from './parts.js';
