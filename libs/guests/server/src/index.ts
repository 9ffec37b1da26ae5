export { AskAsGuestService, type GuestQuestionInput } from './ask-as-guest.service.js';
export { AskToShareProblemService, type SharedProblemRequest } from './ask-to-share-problem.service.js';
export { GuestsModule } from './guests.module.js';
export { PublishGuestQuestionService } from './publish-guest-question.service.js';
export { ReleaseGuestQuestionService, type GuestRelease } from './release-guest-question.service.js';
export { ShareProblemAsGuestService } from './share-problem-as-guest.service.js';
