export { AbsenceForm } from './AbsenceForm.js';
export { meritsMessages } from './messages.js';
export { RankingTable } from './RankingTable.js';
export { ThanksThisWeek } from './ThanksThisWeek.js';
