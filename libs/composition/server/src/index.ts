export { connect, type Connections } from './connect.js';
export { DomainsModule } from './domains.module.js';
export { emptyCommunity } from './empty-community.js';
export { migrate } from './migrate.js';
export { domainMigrations, domainSchemas } from './parts.js';
export { startDatabase, type StartedDatabase } from './start-database.js';
