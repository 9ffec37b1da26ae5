export { MemberHead } from './MemberHead.js';
export { pseudonymsMessages } from './messages.js';
