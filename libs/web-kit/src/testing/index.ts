export { renderPart, type Answers, type Sent } from './render-part.js';
