export { HelpedForm } from './HelpedForm.js';
export { KudosButton } from './KudosButton.js';
export { kudosMessages } from './messages.js';
export { ArticleKudosButton, CommentKudosButton } from './BlogKudosButton.js';
