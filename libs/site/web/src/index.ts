export { ContactForm } from './ContactForm.js';
export { EndIncidentForm } from './EndIncidentForm.js';
export { IncidentBanner } from './IncidentBanner.js';
export { IncidentForm } from './IncidentForm.js';
export { DismissSetupForm, SetupChecklist } from './SetupChecklist.js';
export { SetupNotice } from './SetupNotice.js';
export { SiteSettingsForm } from './SiteSettingsForm.js';
export { UrgentContact } from './UrgentContact.js';
export { siteMessages } from './messages.js';
