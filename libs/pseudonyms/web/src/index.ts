export { MarkRequests } from './MarkRequests.js';
export { MemberHead, ProfileHead } from './MemberHead.js';
export { PersonForm } from './PersonForm.js';
export { StaffProfileForm } from './StaffProfileForm.js';
export { StatusDisplayForm } from './StatusDisplayForm.js';
export { pseudonymsMessages } from './messages.js';
