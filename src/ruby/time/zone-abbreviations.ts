// Written by scripts/zone-abbreviations.js from the tz database.

/** Names of zone time and their offsets in seconds east of UTC, with the zones that use them, blank separated. */
const GROUPS: readonly (readonly [names: string, zones: string])[] = [
  ['ACST=34200 ACDT=37800', 'Australia/Adelaide Australia/Broken_Hill Australia/South Australia/Yancowinna'],
  ['ACST=34200', 'Australia/Darwin Australia/North'],
  [
    'AEST=36000 AEDT=39600',
    'Antarctica/Macquarie Australia/ACT Australia/Brisbane Australia/Canberra Australia/Currie Australia/Hobart Australia/Lindeman Australia/Melbourne Australia/NSW Australia/Queensland Australia/Sydney Australia/Tasmania Australia/Victoria',
  ],
  ['AEST=36000', 'Australia/LHI Australia/Lord_Howe'],
  ['AHST=-36000 AKST=-32400 AKDT=-28800', 'America/Anchorage US/Alaska'],
  ['AKST=-32400 AKDT=-28800 PDT=-25200', 'America/Juneau America/Metlakatla America/Sitka'],
  ['AKST=-32400 AKDT=-28800', 'America/Yakutat'],
  ['AST=-14400 ADT=-10800 ADDT=-7200', 'America/Goose_Bay'],
  [
    'AST=-14400 ADT=-10800',
    'America/Barbados America/Glace_Bay America/Halifax America/Martinique America/Moncton America/Thule Atlantic/Bermuda Canada/Atlantic',
  ],
  [
    'AST=-14400',
    'America/Anguilla America/Antigua America/Aruba America/Blanc-Sablon America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot America/Miquelon America/Montserrat America/Port_of_Spain America/Puerto_Rico America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola America/Virgin',
  ],
  ['AWST=28800 AWDT=32400', 'Australia/Perth Australia/West'],
  ['BST=-39600 BDT=-36000 AKST=-32400 AKDT=-28800', 'America/Nome'],
  ['BST=-39600 HST=-36000 HDT=-32400', 'America/Adak America/Atka US/Aleutian'],
  ['CAT=7200 EAT=10800', 'Africa/Juba Africa/Khartoum'],
  [
    'CAT=7200',
    'Africa/Blantyre Africa/Bujumbura Africa/Gaborone Africa/Harare Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo',
  ],
  [
    'CET=3600 CEST=7200',
    'Africa/Tunis Arctic/Longyearbyen Atlantic/Jan_Mayen CET Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich Poland',
  ],
  ['CET=3600 EET=7200 EEST=10800 MSD=14400', 'Europe/Vilnius'],
  ['CET=3600 EET=7200', 'Africa/Tripoli Libya'],
  ['CST=-18000 CDT=-14400', 'America/Havana Cuba'],
  ['CST=-21600 CDT=-18000 EDT=-14400', 'America/Indiana/Tell_City'],
  [
    'CST=-21600 CDT=-18000',
    'America/Belize America/Chicago America/Costa_Rica America/El_Salvador America/Guatemala America/Indiana/Knox America/Knox_IN America/Managua America/Matamoros America/Menominee America/Merida America/Mexico_City America/Monterrey America/Rainy_River America/Rankin_Inlet America/Resolute America/Tegucigalpa America/Winnipeg CST6CDT Canada/Central Mexico/General US/Central US/Indiana-Starke',
  ],
  [
    'CST=-21600 EST=-18000 EDT=-14400',
    'America/Cancun America/Indiana/Petersburg America/Indiana/Vincennes America/Indiana/Winamac America/Iqaluit America/Kentucky/Monticello America/Pangnirtung',
  ],
  ['CST=-21600', 'America/Regina Canada/Saskatchewan'],
  [
    'CST=28800 CDT=32400',
    'Asia/Chongqing Asia/Chungking Asia/Harbin Asia/Macao Asia/Macau Asia/Shanghai Asia/Taipei PRC ROC',
  ],
  ['ChST=36000 GDT=39600', 'Pacific/Guam Pacific/Saipan'],
  [
    'EAT=10800',
    'Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala Africa/Mogadishu Africa/Nairobi Indian/Antananarivo Indian/Comoro Indian/Mayotte',
  ],
  [
    'EET=7200 EEST=10800 MSD=14400',
    'Europe/Chisinau Europe/Kiev Europe/Kyiv Europe/Riga Europe/Tallinn Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye',
  ],
  [
    'EET=7200 EEST=10800',
    'Africa/Cairo Asia/Beirut Asia/Famagusta Asia/Gaza Asia/Hebron Asia/Nicosia EET Egypt Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Mariehamn Europe/Nicosia Europe/Sofia',
  ],
  ['EET=7200 MSD=14400', 'Europe/Kaliningrad Europe/Minsk'],
  ['EET=7200 MSK=10800 MSK=14400', 'Europe/Moscow Europe/Simferopol W-SU'],
  ['EET=7200', 'Asia/Amman Asia/Damascus Asia/Istanbul Europe/Istanbul Turkey'],
  ['EST=-18000 AST=-14400', 'America/Santo_Domingo'],
  [
    'EST=-18000 EDT=-14400',
    'America/Detroit America/Fort_Wayne America/Grand_Turk America/Indiana/Indianapolis America/Indiana/Marengo America/Indiana/Vevay America/Indianapolis America/Jamaica America/Kentucky/Louisville America/Louisville America/Montreal America/Nassau America/New_York America/Nipigon America/Port-au-Prince America/Thunder_Bay America/Toronto Canada/Eastern EST5EDT Jamaica US/East-Indiana US/Eastern US/Michigan',
  ],
  ['EST=-18000', 'America/Atikokan America/Cayman America/Coral_Harbour America/Panama EST'],
  [
    'GMT=0 BST=3600',
    'Europe/Belfast Europe/Guernsey Europe/Isle_of_Man Europe/Jersey Europe/London GB GB-Eire',
  ],
  ['GMT=0 IST=3600', 'Eire Europe/Dublin'],
  ['GMT=0 WAT=3600', 'Africa/Sao_Tome'],
  [
    'GMT=0',
    'Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar Africa/Freetown Africa/Lome Africa/Nouakchott Africa/Ouagadougou Africa/Timbuktu America/Danmarkshavn Atlantic/Reykjavik Atlantic/St_Helena Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich Iceland',
  ],
  ['HKT=28800 HKST=32400', 'Asia/Hong_Kong Hongkong'],
  ['HST=-36000', 'HST Pacific/Honolulu Pacific/Johnston US/Hawaii'],
  ['IST=19800', 'Asia/Calcutta Asia/Kolkata'],
  ['IST=7200 IDT=10800', 'Asia/Jerusalem Asia/Tel_Aviv Israel'],
  ['JST=32400', 'Asia/Tokyo Japan'],
  ['KST=30600 KST=32400', 'Asia/Pyongyang'],
  ['KST=32400 KDT=36000', 'Asia/Seoul ROK'],
  ['MET=3600 MEST=7200', 'MET'],
  ['MMT=-2670 GMT=0', 'Africa/Monrovia'],
  ['MSK=10800 MSK=14400', 'Europe/Kirov'],
  ['MSK=10800', 'Europe/Volgograd'],
  [
    'MST=-25200 CST=-21600 CDT=-18000',
    'America/Bahia_Banderas America/Chihuahua America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem America/Ojinaga',
  ],
  ['MST=-25200 CST=-21600', 'America/Swift_Current'],
  ['MST=-25200 MDT=-21600 CDT=-18000', 'America/Ciudad_Juarez'],
  ['MST=-25200 MDT=-21600 EST=-18000', 'America/Cambridge_Bay'],
  [
    'MST=-25200 MDT=-21600',
    'America/Boise America/Denver America/Edmonton America/Hermosillo America/Mazatlan America/Shiprock America/Yellowknife Canada/Mountain MST7MDT Mexico/BajaSur Navajo US/Mountain',
  ],
  ['MST=-25200', 'America/Creston America/Phoenix MST US/Arizona'],
  ['NST=-12600 NDT=-9000 NDDT=-5400', 'America/St_Johns Canada/Newfoundland'],
  ['NZST=43200 NZDT=46800', 'Antarctica/McMurdo Antarctica/South_Pole NZ Pacific/Auckland'],
  ['PKT=18000 PKST=21600', 'Asia/Karachi'],
  ['PST=-28800 MST=-25200 MDT=-21600', 'America/Inuvik'],
  ['PST=-28800 MST=-25200', 'America/Dawson_Creek America/Fort_Nelson America/Whitehorse Canada/Yukon'],
  [
    'PST=-28800 PDT=-25200',
    'America/Ensenada America/Los_Angeles America/Santa_Isabel America/Tijuana America/Vancouver Canada/Pacific Mexico/BajaNorte PST8PDT US/Pacific',
  ],
  ['PST=28800 PDT=32400', 'Asia/Manila'],
  ['SAST=7200', 'Africa/Johannesburg Africa/Maseru Africa/Mbabane'],
  ['SST=-39600', 'Pacific/Midway Pacific/Pago_Pago Pacific/Samoa US/Samoa'],
  ['WAT=3600 CAT=7200', 'Africa/Windhoek'],
  ['WAT=3600 WAST=7200', 'Africa/Ndjamena'],
  [
    'WAT=3600',
    'Africa/Bangui Africa/Brazzaville Africa/Douala Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo Africa/Niamey Africa/Porto-Novo',
  ],
  ['WEST=3600', 'Atlantic/Azores'],
  ['WET=0 CET=3600 CEST=7200', 'Africa/Algiers Africa/Ceuta'],
  ['WET=0 WEST=3600 CEST=7200', 'Europe/Lisbon Portugal'],
  ['WET=0 WEST=3600', 'Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe Atlantic/Madeira WET'],
  ['WIB=25200 WITA=28800', 'Asia/Pontianak'],
  ['WIB=25200', 'Asia/Jakarta'],
  ['WIT=32400', 'Asia/Jayapura'],
  ['WITA=28800', 'Asia/Makassar Asia/Ujung_Pandang'],
  ['YST=-32400 PST=-28800 MST=-25200', 'America/Dawson'],
];

/** Each zone's names. */
const NAMES: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap(([names, zones]) => zones.split(' ').map((zone): [string, string] => [zone, names])),
);

/** What `%Z` prints in a zone (`Europe/Berlin`) at an offset; `undefined` where the name is the offset itself. */
export function zoneAbbreviation(zone: string, offset: number): string | undefined {
  return NAMES.get(zone)
    ?.split(' ')
    .find((name) => name.endsWith(`=${offset}`))
    ?.replace(/=.*/, '');
}
