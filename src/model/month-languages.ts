// Month languages: the names of months and weekdays in each language that has status words.

/**
 * For each language, the twelve months: the form in a date, the short form if it differs, then other spellings, which
 * are only read. `_` is a space.
 */
export const months: Readonly<Record<string, string>> = {
  en: "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sep/Sept October/Oct November/Nov December/Dec",
  es: "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/sep/sept/setiembre/set octubre/oct noviembre/nov diciembre/dic",
  pt: "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
  fr: "janvier/janv/jan février/févr/fév mars//mar avril/avr mai juin//jun juillet/juil/jul août septembre/sept/sep octobre/oct novembre/nov décembre/déc",
  de: "Januar/Jan/Jänner/Jän Februar/Feb/Feber März/Mär/Maerz/Mrz April/Apr Mai Juni/Jun Juli/Jul August/Aug September/Sep/Sept Oktober/Okt November/Nov Dezember/Dez",
  it: "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
  nl: "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep/sept oktober/okt november/nov december/dec",
  pl: "stycznia/sty/styczeń lutego/lut/luty marca/mar/marzec kwietnia/kwi/kwiecień maja/maj czerwca/cze/czerwiec lipca/lip/lipiec sierpnia/sie/sierpień września/wrz/wrzesień października/paź/październik listopada/lis/listopad grudnia/gru/grudzień",
  cs: "ledna/led/leden února/úno/únor března/bře/březen dubna/dub/duben května/kvě/květen června/čvn/červen července/čvc/červenec srpna/srp/srpen září/zář října/říj/říjen listopadu/lis/listopad prosince/pro/prosinec",
  sv: "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep/sept oktober/okt november/nov december/dec",
  no: "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov desember/des",
  da: "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov december/dec",
  fi: "tammikuuta/tammi/tammikuu helmikuuta/helmi/helmikuu maaliskuuta/maalis/maaliskuu huhtikuuta/huhti/huhtikuu toukokuuta/touko/toukokuu kesäkuuta/kesä/kesäkuu heinäkuuta/heinä/heinäkuu elokuuta/elo/elokuu syyskuuta/syys/syyskuu lokakuuta/loka/lokakuu marraskuuta/marras/marraskuu joulukuuta/joulu/joulukuu",
  hu: "január/jan február/febr/feb március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt november/nov december/dec",
  ro: "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept/sep octombrie/oct noiembrie/noi/nov decembrie/dec",
  ru: "января/янв/январь февраля/фев/февр/февраль марта/мар/март апреля/апр/апрель мая//май июня/июн/июнь июля/июл/июль августа/авг/август сентября/сен/сент/сентябрь октября/окт/октябрь ноября/ноя/нояб/ноябрь декабря/дек/декабрь",
  uk: "січня/січ/січень лютого/лют/лютий березня/бер/березень квітня/квіт/квітень травня/трав/травень червня/черв/червень липня/лип/липень серпня/серп/серпень вересня/вер/вересень жовтня/жовт/жовтень листопада/лист/листопад грудня/груд/грудень",
  tr: "Ocak/Oca Şubat/Şub Mart/Mar Nisan/Nis Mayıs/May Haziran/Haz Temmuz/Tem Ağustos/Ağu Eylül/Eyl Ekim/Eki Kasım/Kas Aralık/Ara",
  el: "Ιανουαρίου/Ιαν/Ιανουάριος Φεβρουαρίου/Φεβ/Φεβρουάριος Μαρτίου/Μαρ/Μάρτιος Απριλίου/Απρ/Απρίλιος Μαΐου/Μαΐ/Μάιος Ιουνίου/Ιουν/Ιούνιος Ιουλίου/Ιουλ/Ιούλιος Αυγούστου/Αυγ/Αύγουστος Σεπτεμβρίου/Σεπ/Σεπτ/Σεπτέμβριος Οκτωβρίου/Οκτ/Οκτώβριος Νοεμβρίου/Νοε/Νοέμβριος Δεκεμβρίου/Δεκ/Δεκέμβριος",
  ar: "يناير//كانون_الثاني/جانفي فبراير//شباط/فيفري مارس//آذار أبريل//نيسان/أفريل مايو//أيار/ماي يونيو//حزيران/جوان يوليو//تموز/جويلية أغسطس//آب/أوت سبتمبر//أيلول أكتوبر//تشرين_الأول نوفمبر//تشرين_الثاني ديسمبر//كانون_الأول",
  he: "בינואר/ינו/ינואר בפברואר/פבר/פברואר במרץ//מרץ באפריל/אפר/אפריל במאי//מאי ביוני//יוני ביולי//יולי באוגוסט/אוג/אוגוסט בספטמבר/ספט/ספטמבר באוקטובר/אוק/אוקטובר בנובמבר/נוב/נובמבר בדצמבר/דצמ/דצמבר",
  fa: "ژانویه فوریه مارس آوریل مه//می ژوئن ژوئیه//جولای اوت//آگوست سپتامبر اکتبر نوامبر دسامبر",
  hi: "जनवरी/जन फ़रवरी/फ़र मार्च अप्रैल मई जून जुलाई/जुल अगस्त/अग सितंबर/सित/सितम्बर अक्टूबर/अक्टू/अक्तूबर नवंबर/नव/नवम्बर दिसंबर/दिस/दिसम्बर",
  bn: "জানুয়ারি/জানু/জানুয়ারী ফেব্রুয়ারি/ফেব/ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট//অগাস্ট সেপ্টেম্বর/সেপ অক্টোবর/অক্টো নভেম্বর/নভে ডিসেম্বর/ডিসে",
  id: "Januari/Jan Februari/Feb Maret/Mar April/Apr Mei Juni/Jun Juli/Jul Agustus/Agu/Agt September/Sep/Sept Oktober/Okt November/Nov Desember/Des",
  ms: "Januari/Jan Februari/Feb Mac April/Apr Mei Jun Julai/Jul Ogos/Ogo September/Sep Oktober/Okt November/Nov Disember/Dis",
  th: "มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค",
};

/** `_` is a space. */
export const weekdays =
  "Monday Mon Tuesday Tue Tues Wednesday Wed Thursday Thu Thur Thurs Friday Fri Saturday Sat Sunday Sun " +
  "lunes lun martes mar miércoles mié jueves jue viernes vie sábado sáb domingo dom " +
  "segunda-feira segunda seg terça-feira terça ter quarta-feira quarta qua quinta-feira quinta qui sexta-feira sexta sex " +
  "lundi mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim " +
  "Montag Mo Dienstag Di Mittwoch Mi Donnerstag Do Freitag Fr Samstag Sonnabend Sa Sonntag So " +
  "lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica " +
  "maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo " +
  "poniedziałek pon pn wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz nd " +
  "pondělí po úterý út středa st čtvrtek čt pátek pá neděle ne " +
  "måndag mån tisdag tis onsdag ons torsdag tors tor fredag fre lördag lör söndag sön " +
  "mandag man tirsdag tirs tir lørdag lør søndag søn " +
  "maanantai maanantaina tiistai tiistaina ti keskiviikko keskiviikkona ke torstai torstaina to perjantai perjantaina pe lauantai lauantaina la sunnuntai sunnuntaina su " +
  "hétfő kedd szerda sze csütörtök cs péntek szombat szo vasárnap " +
  "luni marți miercuri mie joi vineri vin sâmbătă sâm duminică dum " +
  "понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс " +
  "понеділок вівторок середа четвер п'ятниця субота неділя нд " +
  "Pazartesi Pzt Salı Sal Çarşamba Çar Perşembe Per Cuma Cum Cumartesi Cmt Pazar Paz " +
  "Δευτέρα Δευ Τρίτη Τρί Τετάρτη Τετ Πέμπτη Πέμ Παρασκευή Παρ Σάββατο Σάβ Κυριακή Κυρ " +
  "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت أحد اثنين ثلاثاء أربعاء خميس جمعة سبت " +
  "יום_ראשון יום_שני יום_שלישי יום_רביעי יום_חמישי יום_שישי יום_שבת ראשון שני שלישי רביעי חמישי שישי שבת יום_א יום_ב יום_ג יום_ד יום_ה יום_ו " +
  "یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه شنبه " +
  "रविवार रवि सोमवार सोम मंगलवार मंगल बुधवार बुध गुरुवार गुरु शुक्रवार शुक्र शनिवार शनि " +
  "রবিবার রবি সোমবার সোম মঙ্গলবার মঙ্গল বুধবার বুধ বৃহস্পতিবার শুক্রবার শুক্র শনিবার শনি " +
  "Chủ_Nhật CN Thứ_Hai Thứ_Ba Thứ_Tư Thứ_Năm Thứ_Sáu Thứ_Bảy Thứ_2 Thứ_3 Thứ_4 Thứ_5 Thứ_6 Thứ_7 T2 T3 T4 T5 T6 T7 " +
  "Senin Sen Selasa Sel Rabu Rab Kamis Kam Jumat Jum Sabtu Minggu Min Isnin Khamis Jumaat Ahad " +
  "จันทร์ อังคาร พุธ พฤหัสบดี พฤหัส ศุกร์ เสาร์ อาทิตย์";

/** Marks that a language may leave out: accents, Arabic hamza, Hindi nukta, geresh, non-joiners, periods, apostrophes. */
const optionalMarks = /[\u0300-\u036f\u0653-\u0655\u093c\u0970\u05f3\u200c'’ʼ.]/g;

export function monthKey(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(optionalMarks, "")
    .replaceAll("ı", "i")
    .replaceAll("ς", "σ")
    .replaceAll("_", " ");
}
