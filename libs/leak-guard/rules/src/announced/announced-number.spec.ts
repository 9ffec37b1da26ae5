import { describe, expect, it } from '@jest/globals';
import { allFound, found } from '../testing/found.js';

describe('numbers that a word announces', () => {
  it.each([
    ['customer-number', 'Kundennummer 4711 0815 prüfen', '4711 0815'],
    ['customer-number', 'für Kd-Nr.3309186 zurücksetzen', '3309186'],
    ['customer-number', 'mit unserer Kundennummer (61733-N) bekämen', '61733-N'],
    ['customer-number', 'Kunde 00448172, Konto', '00448172'],
    ['customer-number', 'Die Kundennummer der Filiale in Wels ist 80144-7.', '80144-7'],
    ['customer-number', 'Kundennummer angeben, ich habe MX20418 eingetragen', 'MX20418'],
    ['customer-number', 'Grüezi, Kunden-Nr. 2.714.093, Standort', '2.714.093'],
    ['customer-number', 'kundennr 310 887 2 tel', '310 887 2'],
    ['customer-number', '| Kundennr. | K 55 209 1 |', 'K 55 209 1'],
    ['customer-number', '<KundenNr>5520-7781-03</KundenNr>', '5520-7781-03'],
    ['customer-number', '**Kundennummer** 0009928417', '0009928417'],
    ['customer-number', 'auth_user=KD00918822', 'KD00918822'],
    ['customer-number', 'als Debitor 70012 geführt', '70012'],
    ['customer-number', 'my customer id is CUST-00913', 'CUST-00913'],
    ['customer-number', 'Großkundennummer: GK-11029', 'GK-11029'],
    ['customer-number', 'Die Nummer 5510027 ist unsere Kundennummer, oder?', '5510027'],
    ['customer-number', 'K.-Nr. 991822 bitte', '991822'],
    ['customer-number', 'Wir sind Kunde unter 20488217 seit Jahren', '20488217'],
    ['customer-number', 'Unser Mandantenschlüssel NK-4481-K ist weg', 'NK-4481-K'],
    ['customer-number', 'Unter welcher Kundennummer laufen wir? Früher war es 7731-928.', '7731-928'],
    ['customer-number', 'Wir laufen bei euch unter 5581290', '5581290'],
    ['customer-number', 'Als Kunde sieht man bei uns im Portal oben rechts 5583320', '5583320'],
    [
      'contract-number',
      'Laut dem Vertrag, den wir damals abgeschlossen haben, also WX-20417-9, endet er',
      'WX-20417-9',
    ],
    ['contract-number', 'VNr. 77120-A', '77120-A'],
    ['ticket-number', 'Hab ein Ticket offen (#5582917), und nun', '#5582917'],
    ['ticket-number', 'Wie lange dauert ein Ticket? Meins ist SUP-30417 vom 3.11.', 'SUP-30417'],
    ['ticket-number', 'ich soll die Nummer 58119203 hier angeben, das sei die Störung.', '58119203'],
    ['ticket-number', 'Mein Fall: TS-50918, eröffnet gestern', 'TS-50918'],
    ['ticket-number', 'Ihr Schreiben, Zeichen BS/25/7729-ko, verstehen wir nicht', 'BS/25/7729-ko'],
    ['ticket-number', 'Die Rechnungen RX26-4510 stimmen', 'RX26-4510'],
    ['contract-number', 'Lizenz 4Q7-99120-B ist abgelaufen', '4Q7-99120-B'],
    ['ticket-number', 'das Ticket von gestern (Nr. 881-2209)', '881-2209'],
    ['ticket-number', 'Best.-Nr. 4500-22019', '4500-22019'],
    ['ticket-number', 'Bearbeitungsnummer B-22019', 'B-22019'],
    ['ticket-number', 'PO 4500012345', 'PO 4500012345'],
    ['contract-number', 'ab Vertrag AB-5540172.', 'AB-5540172'],
    ['contract-number', 'Darlehensvertrag mit der Nummer 6007 118 220 wird', '6007 118 220'],
    ['contract-number', 'Im Leasingvertrag (LV 330-9917) ist', 'LV 330-9917'],
    ['contract-number', '(Police GV 22/881-04)', 'GV 22/881-04'],
    ['contract-number', 'Vertragszahl A 55 0912, endet', 'A 55 0912'],
    ['contract-number', 'Lizenzvereinbarung Nr. LIZ-40771-B nennt', 'LIZ-40771-B'],
    ['contract-number', 'Contract no. C-770-2918 was signed', 'C-770-2918'],
    ['ticket-number', 'Mein Case CS-00771924 wird', 'CS-00771924'],
    ['ticket-number', 'im Ticket #8820417 sein', '#8820417'],
    ['ticket-number', 'Hab gestern ein Ticket aufgemacht (INC0093318), aber', 'INC0093318'],
    ['ticket-number', 'Laut Vorgang 20261102-338 gilt', '20261102-338'],
    ['ticket-number', 'Schadenmeldung SM-2026-1180, das', 'SM-2026-1180'],
    ['ticket-number', 'Störungsnummer S 4419 2208 wurde', 'S 4419 2208'],
    ['ticket-number', 'sync order=BE-20077-31 state', 'BE-20077-31'],
    ['ticket-number', 'Aktenzeichen 12 O 345/26', '12 O 345/26'],
    ['ticket-number', 'Rechnungsnr. T-26/0881.', 'T-26/0881'],
    ['identity-number', 'My SSN is 536-32-3065', '536-32-3065'],
    ['identity-number', 'Personalausweisnummer L01X00T471', 'L01X00T471'],
  ] as const)('%s: %s', (kind, text, number) => expect(found(text, kind)).toEqual([number]));

  it('finds whole columns below a head', () =>
    expect(
      found(
        '| Ort | Vertragsnummer |\n|---|---|\n| Werk 12345 | 71-004418 |\n| Lager | 71-004419 |',
        'contract-number',
      ),
    ).toEqual(['71-004418', '71-004419']));

  it('finds others of the same make', () =>
    expect(found('Kundennr. K-0091734 und einmal unter K-0118250, nicht K-118', 'customer-number')).toEqual([
      'K-0091734',
      'K-0118250',
    ]));

  it.each([
    'Die Kundennummer steht oben rechts auf jeder Rechnung vom 12.11.2026.',
    'Wo finde ich die Vertragsnummer? Fehler 500123 kommt.',
    'Vertrag mit 24 Monaten, Vertrag 2026, Ticket 12',
    'Kundennummer eingeben. Danach 4711081 Zeilen',
    'Im Export steht die Vertragsnummer in Spalte C',
    'Bestellung von 10000 Stück, Rechnung über 1.284,50 €',
    'Vorgang 3 von 17, Vorgang nach 20 Minuten',
    'Auftrag vom 2026-11-22 08:26, Rechnung 11/2026',
    'We split it 50/50 with a partner, 5/10/15/20',
    'Kundennummer und Version 7.57.12345',
    'Client ESP8266, Problem mit RFC 3261',
    'Lieferung in 6 bis 8 Wochen, Menge 20000',
    'Der Vorgang dauert mit 2023.1.7 etwa 88205 ms, der Auftrag nach 48431 Rheine länger',
    'läuft unter 20000 Anfragen, registriert unter Windows 10',
    'Alarm Nummer 300512 kommt, das Problem bleibt. Störung',
    'Unser Kunde unter Windows 10 hat 20000 Geräte; Kunde unter 18 Jahren',
    'Fällt der Server aus? Laut Log um 12:40',
    'Baunummer 2026-11822, Kanalnummer 123456, Versionsnummer 10.22.4711',
    'video.aspx?vid=266670, PO Box 30',
  ])('nothing in: %s', (text) => expect(allFound(text)).toEqual([]));
});
