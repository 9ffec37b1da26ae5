export { Audience } from './audience.js';
export { AudiencesModule } from './audiences.module.js';
export { AudienceView } from './graphql/who-sees-what.object.js';
export { Insight } from './insights.js';
