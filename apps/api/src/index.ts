/** What tests run of the web process; everything else starts it as a program. */
export { accessOfFields, accessOfRoutes, NO_RULE } from './access-rules.js';
export { createApi } from './create-api.js';
export { ReadinessProbe } from './health/readiness.js';
export { printContract, type Contract } from './print-contract.js';
export { SchemaModule } from './schema.module.js';
export { WebBundle } from './pages/web-bundle.js';
