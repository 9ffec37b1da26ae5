/**
 * What people choose first when eight characters are asked for: keyboard walks, counting, seasons and football clubs, in
 * both languages. Compared in lower case, with digits and signs at the end taken away as well.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
12345678 123456789 1234567890 12345678910 0123456789 87654321 987654321 0987654321 11111111 00000000 22222222 55555555
66666666 77777777 88888888 99999999 12341234 11223344 1122334455 123123123 12121212 10203040 13131313 31415926 14725836
147258369 159357159 741852963 963852741 789456123 456789123 123654789 1q2w3e4r 1q2w3e4r5t q1w2e3r4 1qaz2wsx qazwsxedc
zaq12wsx abcd1234 abc12345 a1b2c3d4 aa123456 qwertyui qwertyuiop qwertzui qwertzuiop qwerty123 qwertz123 asdfghjk asdfghjkl
asdfasdf asdf1234 yxcvbnm, zxcvbnm, password passw0rd p@ssw0rd passwort pa55word pa55wort meinpasswort geheimnis geheimes
streng geheim kennwort meinkennwort zugangscode masterkey letmein1 welcome welcome1 willkommen administrator administrator1
changeme changeme1 changeit default1 testtest testtest1 testpasswort probekonto iloveyou iloveyou1 ichliebedich ichliebe
schatzilein schatz schatzi sonnenschein sunshine sommer sommer24 winter fruehling frühling herbstlaub princess prinzessin
football baseball basketball fussball fußball superman batman spiderman starwars pokemon dragon drachen monkey monkeyman
shadow shadows master masters michael michelle jennifer jessica jordan23 trustno1 whatever computer computer1 internet
internet1 samsung samsung1 nokia123 iphone12 facebook instagram whatsapp telefonie telefon telefonanlage bayernmuenchen
bayern münchen borussia dortmund schalke schalke04 werderbremen hamburg hamburgersv berlin deutschland germany frankfurt
stuttgart hannover96 leverkusen koeln1234 mercedes mercedesbenz volkswagen porsche ferrari bmw12345 harley harleydavidson
charlie charlie1 freedom freiheit hallo123 hallohallo hallowelt helloworld hellohello blahblah blablabla arschloch scheisse
scheiße ficken12 fuckyou1 fuckyou2 1234qwer qwer1234 asdfjkl; asdfjklö poiuytre mnbvcxyz lkjhgfds abcdefgh abcdefghi
abcdefghij alphabet aaaaaaaa bbbbbbbb xxxxxxxx zzzzzzzz qqqqqqqq 1a2b3c4d 1password password1 password12 password123
passwort1 passwort12 passwort123 passwort! sicherheit security secret123 geheim123 firma123 firmenname unternehmen
montag123 dienstag mittwoch donnerstag freitag13 samstag sonntag november dezember september oktober1 februar1
`
    .trim()
    .split(/\s+/),
);
