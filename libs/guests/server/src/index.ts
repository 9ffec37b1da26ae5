export { AskAsGuestService, type GuestQuestionInput } from './ask-as-guest.service.js';
export { GuestsModule } from './guests.module.js';
export { PublishGuestQuestionService } from './publish-guest-question.service.js';
