import { demoAdministration } from './demo-administration.js';
import { demoBlog } from './demo-blog.js';
import { demoFaq } from './demo-faq.js';
import { demoForum } from './demo-forum.js';
import { demoModeration } from './demo-moderation.js';
import { demoPeople } from './demo-people.js';
import { demoSearch } from './demo-search.js';
import { demoSite } from './demo-site.js';
import type { MockValues } from './mock-execute.js';

/** A small community in German, so that pages can be looked at and tested with what they will really hold. */
export const demoValues: MockValues = {
  ...demoSite,
  ...demoForum,
  ...demoBlog,
  ...demoPeople,
  ...demoModeration,
  ...demoFaq,
  ...demoSearch,
  ...demoAdministration,
};
