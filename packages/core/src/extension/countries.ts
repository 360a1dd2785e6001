/**
 * ISO 3166-1 alpha-2 codes by the English names and nationalities that public lists use. Each row: code, names
 * and nationalities. What names two countries (Congolese, Korean, Dominican) is left out on purpose, as are
 * states that are no more.
 */
const rows = `
AD Andorra|Andorran
AE United Arab Emirates|UAE|Emirati
AF Afghanistan|Afghan
AG Antigua and Barbuda
AL Albania|Albanian
AM Armenia|Armenian
AO Angola|Angolan
AR Argentina|Argentine|Argentinian
AT Austria|Austrian
AU Australia|Australian
AZ Azerbaijan|Azerbaijani
BA Bosnia and Herzegovina|Bosnia|Bosnian
BB Barbados|Barbadian
BD Bangladesh|Bangladeshi
BE Belgium|Belgian
BF Burkina Faso|Burkinabe
BG Bulgaria|Bulgarian
BH Bahrain|Bahraini
BI Burundi|Burundian
BJ Benin|Beninese
BN Brunei Darussalam|Brunei|Bruneian
BO Bolivia|Bolivia (Plurinational State of)|Bolivian
BR Brazil|Brazilian
BS Bahamas|Bahamian
BT Bhutan|Bhutanese
BW Botswana|Motswana
BY Belarus|Belarusian
BZ Belize|Belizean
CA Canada|Canadian
CD Democratic Republic of the Congo|DRC|DR Congo|Congo, Democratic Republic of the
CF Central African Republic|CAR|Central African
CG Republic of the Congo|Congo-Brazzaville
CH Switzerland|Swiss
CI Côte d'Ivoire|Cote d'Ivoire|Ivory Coast|Ivorian
CL Chile|Chilean
CM Cameroon|Cameroonian
CN China|People's Republic of China|Chinese
CO Colombia|Colombian
CR Costa Rica|Costa Rican
CU Cuba|Cuban
CV Cabo Verde|Cape Verde|Cape Verdean
CY Cyprus|Cypriot
CZ Czechia|Czech Republic|Czech
DE Germany|German
DJ Djibouti|Djiboutian
DK Denmark|Danish
DM Dominica
DO Dominican Republic
DZ Algeria|Algerian
EC Ecuador|Ecuadorian
EE Estonia|Estonian
EG Egypt|Egyptian
ER Eritrea|Eritrean
ES Spain|Spanish
ET Ethiopia|Ethiopian
FI Finland|Finnish
FJ Fiji|Fijian
FM Micronesia|Micronesia (Federated States of)|Micronesian
FR France|French
GA Gabon|Gabonese
GB United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|Great Britain|British
GD Grenada|Grenadian
GE Georgia|Georgian
GH Ghana|Ghanaian
GM Gambia|Gambian
GN Guinea|Guinean
GQ Equatorial Guinea|Equatorial Guinean
GR Greece|Greek
GT Guatemala|Guatemalan
GW Guinea-Bissau|Bissau-Guinean
GY Guyana|Guyanese
HK Hong Kong|Hong Kong Special Administrative Region
HN Honduras|Honduran
HR Croatia|Croatian
HT Haiti|Haitian
HU Hungary|Hungarian
ID Indonesia|Indonesian
IE Ireland|Irish
IL Israel|Israeli
IN India|Indian
IQ Iraq|Iraqi
IR Iran|Iran (Islamic Republic of)|Islamic Republic of Iran|Iranian
IS Iceland|Icelandic
IT Italy|Italian
JM Jamaica|Jamaican
JO Jordan|Jordanian
JP Japan|Japanese
KE Kenya|Kenyan
KG Kyrgyzstan|Kyrgyz
KH Cambodia|Cambodian
KI Kiribati
KM Comoros|Union of the Comoros|Comorian
KN Saint Kitts and Nevis
KP Democratic People's Republic of Korea|DPRK|North Korea|North Korean
KR Republic of Korea|South Korea|South Korean
KW Kuwait|Kuwaiti
KZ Kazakhstan|Kazakh
LA Lao People's Democratic Republic|Laos|Lao
LB Lebanon|Lebanese
LC Saint Lucia
LI Liechtenstein|Liechtensteiner
LK Sri Lanka|Sri Lankan
LR Liberia|Liberian
LS Lesotho
LT Lithuania|Lithuanian
LU Luxembourg
LV Latvia|Latvian
LY Libya|Libyan Arab Jamahiriya|State of Libya|Libyan
MA Morocco|Moroccan
MC Monaco
MD Moldova|Republic of Moldova|Moldovan
ME Montenegro|Montenegrin
MG Madagascar|Malagasy
MH Marshall Islands|Marshallese
MK North Macedonia|The former Yugoslav Republic of Macedonia
ML Mali|Malian
MM Myanmar|Burma|Burmese
MN Mongolia|Mongolian
MO Macao|Macau
MR Mauritania|Mauritanian
MT Malta|Maltese
MU Mauritius|Mauritian
MV Maldives|Maldivian
MW Malawi|Malawian
MX Mexico|Mexican
MY Malaysia|Malaysian
MZ Mozambique|Mozambican
NA Namibia|Namibian
NE Niger|Nigerien
NG Nigeria|Nigerian
NI Nicaragua|Nicaraguan
NL Netherlands|Kingdom of the Netherlands|Dutch
NO Norway|Norwegian
NP Nepal|Nepalese|Nepali
NR Nauru
NZ New Zealand
OM Oman|Sultanate of Oman|Omani
PA Panama|Panamanian
PE Peru|Peruvian
PG Papua New Guinea
PH Philippines|Filipino|Filipina
PK Pakistan|Pakistani
PL Poland|Polish
PS State of Palestine|Palestine|Palestinian Territories|Palestinian
PT Portugal|Portuguese
PW Palau
PY Paraguay|Paraguayan
QA Qatar|Qatari
RO Romania|Romanian
RS Serbia|Serbian
RU Russian Federation|Russia|Russian
RW Rwanda|Rwandan
SA Saudi Arabia|Saudi Arabian|Saudi
SB Solomon Islands
SC Seychelles
SD Sudan|Sudanese
SE Sweden|Swedish
SG Singapore|Singaporean
SI Slovenia|Slovenian
SK Slovakia|Slovak
SL Sierra Leone|Sierra Leonean
SM San Marino
SN Senegal|Senegalese
SO Somalia|Somali
SR Suriname|Surinamese
SS South Sudan|South Sudanese
ST Sao Tome and Principe
SV El Salvador|Salvadoran
SY Syrian Arab Republic|Syria|Syrian
SZ Eswatini|Swaziland
TD Chad|Chadian
TG Togo|Togolese
TH Thailand|Thai
TJ Tajikistan|Tajik
TL Timor-Leste
TM Turkmenistan|Turkmen
TN Tunisia|Tunisian
TO Tonga
TR Türkiye|Turkey|Turkish
TT Trinidad and Tobago|Trinidadian
TV Tuvalu
TW Taiwan|Taiwan Province of China
TZ United Republic of Tanzania|Tanzania|Tanzanian
UA Ukraine|Ukrainian
UG Uganda|Ugandan
US United States of America|United States|USA|US|American
UY Uruguay|Uruguayan
UZ Uzbekistan|Uzbek
VA Holy See
VC Saint Vincent and the Grenadines
VE Venezuela|Venezuela (Bolivarian Republic of)|Venezuelan
VG British Virgin Islands
VN Viet Nam|Vietnam|Vietnamese
VU Vanuatu
WS Samoa|Samoan
YE Yemen|Republic of Yemen|Yemeni
ZA South Africa|South African
ZM Zambia|Zambian
ZW Zimbabwe|Zimbabwean`;

const codes: ReadonlyMap<string, string> = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) =>
      row
        .slice(3)
        .split('|')
        .map((name) => [folded(name), row.slice(0, 2)] as const),
    ),
);

/**
 * The code of a country or nationality as a source writes it; undefined for all but a whole name that is known,
 * so that «possibly Ethiopian» or «citizenship withdrawn» never becomes a plain code.
 */
export function countryCode(text: string): string | undefined {
  return codes.get(folded(text));
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the /, '');
}
