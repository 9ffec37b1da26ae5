export { assertOnlyDemo, isEmpty, loadDemo, type LoadDemoOptions } from './demo/load-demo.js';
export { servicesOf, type Services } from './services.js';
export {
  boardWithSlug,
  groupWithSlug,
  memberNamed,
  saveBoard,
  seedStructure,
} from './structure/seed-structure.js';
export { readStructure, SeedRefused, type SeedBoard, type Structure } from './structure/structure-file.js';
