import type { MarkedTexts } from './marked-text.js';

/** Telephone numbers, single and in blocks. */
export const PHONE_NUMBERS: MarkedTexts = {
  phone: [
    'Rufnummernblock ⟦0561 4710-0 bis -99⟧',
    'Rufnummernblock ⟦0561 4710 0 - 99⟧',
    'Rufnummernblock ⟦0561/4710-00…99⟧',
    'Block ⟦+49 561 4710-100 bis 199⟧',
    'Block ⟦+49 (561) 4710 [0-99]⟧',
    'Durchwahlbereich ⟦0561 4710-10 bis 0561 4710-49⟧',
    'Durchwahlen ⟦0561 4710 -10 bis -49⟧',
    'Rufnummernblock ⟦0561 4710 00-99⟧',
    'Rufnummern ⟦0561 4710-10 .. 49⟧',
    'Stammnummer ⟦0561 4710⟧, Durchwahl',
    'von ⟦05614710100 bis 05614710199⟧',
    'Tel: ⟦+49.561.4710.23⟧',
    'Tel ⟦0049-561-4710-23⟧',
    'sip:⟦+495614710123⟧@pbx.firma.de',
    'CLIP ⟦4956147100⟧',
    'caller=⟦00495614710123⟧',
    'from ⟦+495614710123⟧ to',
    '⟦+49\u2009561\u20094710\u200923⟧',
    'Tel.\n⟦0561 471023⟧',
    '⟦0561-4710-23 DW 5⟧',
    'Tel. ⟦0561 4710-23 oder -25⟧',
    '⟦0 15 1 / 23 45 67 89⟧',
    '⟦(0561) 47 10 - 0⟧',
    '⟦+ 49 221 4710388⟧',
    'MSISDN ⟦4915123456789⟧',
  ],
};
