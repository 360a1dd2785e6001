/**
 * Words that names of organisations are made of, in eight languages, written by hand for this project: a line for each
 * thing that is meant, with its words in any script. Marks and hamza are left out when a word is looked up, and so are
 * the Arabic article and what Arabic writes before it. `*` stands for any ending; a word behind `~` is a name or a word of
 * its own as well, so that it makes no organisation of a name by itself.
 *
 * - form: legal forms, which hardly tell anything
 * - kind: what an organisation is; loose: the same, where one is put for another easily
 * - modifier: what many of one kind are told apart by; none of them makes an organisation of a name
 * - name: words that organisations are called by and that are translated, so that they stand for a name proper
 */
export const organisationWords = `
form limited: llc ltd limited ltda gmbh sarl srl eurl sàrl pte pty llp lllp liability fze fzco fzc wll dmcc ооо тоо общество ограниченной ответственностью şti limitet شمم ذمم المحدودة محدودة محدوده ~bv ~sl ~sas ~ug ~spzoo
form stock: inc incorporated corp corporation plc jsc ojsc cjsc pjsc aktiengesellschaft оао зао пао акционерное акционерного anonim مساهمة corporación corporacion корпорация ~sa ~ag ~as ~aş ~ab ~asa ~nv ~oy ~spa ~se ~ao ~ао ~sal ~saog ~kk ~pt
form company: company companies compagnie compañía compañia şirket şirketi شركة شرکت كومباني компания компании sharikat sherkat ~holding holdings enterprise enterprises холдинг القابضة ~co ~cie ~cia ~kg ~ohg ~lp ~ип ~société ~sociedad ~gesellschaft ~firma ~firm
kind front: front fronts frente frentes cephe cephesi جبهة جبهه فرونت фронт фронта jabha jabhat jabhah jebha jabhet jebhe
kind brigade: brigade brigades battalion battalions bataillon bataillons brigada brigadas batallón tugay tugayı tabur taburu كتيبة كتائب ألوية تیپ گردان бригада бригады батальон батальона katiba katibat katibah kataib kataeb ~liwa ~liwaa ~لواء regiment regiments полк полка فوج
kind army: army armies armée armee ejército ~heer ~ordu ordusu جيش ارتش армия армии jaish jaysh jaych jeish artesh
kind guard: guards garde guardia garda حرس حراس سپاه پاسداران гвардия гвардии haras sepah pasdaran muhafız ~guard
kind forces: forces fuerzas streitkräfte kuvvetleri güçleri قوات نیروهای силы quwat quwwat ~force
kind movement: movement movements mouvement movimiento bewegung hareket hareketi حركة جنبش движени* haraka harakat harakah jonbesh jonbish
kind party: party parties parti partido partei partisi حزب партия партии hizb hezb
kind union: union unión unions ittihad birlik birliği اتحاد اتحادیه союз союза gewerkschaft syndicat sindicato نقابة профсоюз sendika sendikası
kind federation: federation fédération federación föderation federasyon federasyonu فدرالية فدراسیون федерация федерации confederation confédération konfederasyon конфедерация
kind alliance: alliance alianza allianz ittifak تحالف ائتلاف альянс альянса tahaluf coalition coalición koalisyon коалиция коалиции
kind charity: charity charities charitable charitatif caritative caridad benéfica benefica wohltätigkeit ~hayır yardımlaşma خيرية ~خيري ~خیریه благотворительн* ~khairiya ~khayriya ~khayriyya ~khairiyah bienfaisance wohltätig*
kind relief: relief secours hilfswerk إغاثة اغاثة ~امداد ighatha igatha помощь помощи yardım yardımı ~aid ~aide ~hilfe ~socorro ~ayuda humanitarian humanitaire humanitario ~insani إنسانية гуманитарн*
kind foundation: foundation fondation fundación stiftung vakıf vakfı مؤسسة بنیاد موسسه фонд фонда muassasat muassasa muassasah bonyad ~fund ~fonds ~fondo صندوق trust وقف
loose association: association associations asociación verein verband dernek derneği جمعية جمعیت انجمن ассоциаци* объединени* jamiyat jamiya jamiat anjoman anjuman society رابطة رابطه ~rabita league ligue liga лига
loose group: group groups groupe groupement grupo gruppe grubu مجموعة جماعة گروه группа группы группировка majmua jamaa jamaat gamaa
loose organisation: organisation organization organisations organizations organización organizacion örgüt örgütü teşkilat teşkilatı منظمة سازمان تنظيم организаци* munazzama munazzamat sazman tanzim tandhim
loose centre: centre center centro zentrum merkez merkezi مركز مرکز центр центра markaz
loose office: office bureau oficina büro ofisi مكتب دفتر бюро офис maktab agency agence agencia agentur ajansı وكالة агентство
kind bank: bank banks banque banco bankası banka بنك مصرف بانک банк банка masraf
kind exchange: exchange échange bolsa börse borsası borsa bourse بورصة بورس биржа биржи صرافة sarrafi
kind trading: trading trade traders commerce commercial commerciale négoce comercio comercial comercializadora ~handel handels ticaret ticareti تجارة تجارية بازرگانی تجاری торговля торговли торговый торговая торговое tijara tijariya bazargani import imports export exports импорт экспорт استيراد تصدير واردات صادرات ithalat ihracat
kind shipping: shipping maritime maritima marítima naviera navigation reederei schifffahrt denizcilik nakliyat شحن ملاحة بحرية کشتیرانی судоход* морские морская ~lines transport transports transporte transportes nakliye ~نقل транспорт* logistics logistique logística lojistik لوجستية логистика
kind oil: oil petroleum pétrole pétrolière petróleo petrol petrolleri ~erdöl نفط بترول نفت нефть нефтяная нефтян* energy énergie energía energie enerji طاقة انرژی энерги* ~gas ~gaz غاز گاز
kind industry: industry industries industrie industrial industria sanayi صناعة صناعات صنايع صنایع промышленн* manufacturing factory usine fabrik завод завода fabrikası مصنع
kind construction: construction constructions construcción constructora bauunternehmen inşaat إنشاءات مقاولات بناء ~عمران строительств* строительн*
kind insurance: insurance assurance assurances seguros versicherung sigorta تأمين بیمه страхов*
kind committee: committee committees comité komitee komite komitesi لجنة کمیته комитет комитета lajna lajnat commission comisión kommission komisyonu комиссия комиссии
kind council: council councils conseil consejo konsey konseyi meclis meclisi مجلس شورای ~شورى ~шура совет совета majlis ~shura ~rat
kind government: government gouvernement gobierno regierung hükümet hükümeti حكومة دولت правительств* hukumat
kind ministry: ministry ministère ministerio ministerium bakanlığı وزارة وزارت министерств* wizarat
kind institute: institute institut instituto enstitü enstitüsü institution معهد институт института ~mahad academy académie academia akademie akademisi أكاديمية академия академии
kind university: university université universidad universität üniversite üniversitesi جامعة دانشگاه университет университета
kind school: school schools école escuela schule okulu مدرسة مدارس школа школы madrasa madrassa madrasat
kind mosque: mosque mosquée mezquita moschee camii مسجد мечеть мечети masjid ~جامع
kind hospital: hospital hôpital krankenhaus hastanesi مستشفى بیمارستان больница больницы mustashfa clinic clinique
kind network: network réseau netzwerk ~ağı شبكة شبکه сеть сети shabaka shabakat
kind media: media médias medien medya إعلام رسانه медиа news noticias nachrichten ~haber أخبار новости ~press ~presse prensa basın صحافة пресса
kind airline: airline airlines airways aérienne aériennes aerolínea aerolíneas havayolları هوایی طيران авиакомпания авиалинии aviation havacılık авиация
kind service: services servicios dienste hizmetleri خدمات услуги
kind crescent: crescent croissant halbmond полумесяц полумесяца kızılay ~hilal ~هلال ~cross ~croix ~cruz ~kreuz ~крест ~صليب
kind church: iglesia église kirche kilisesi كنيسة церковь церкви ~church
modifier popular: popular people peoples populaire peuple pueblo volks halk شعبية شعبي شعب خلق народн* народа shaabi shaabiya shabiya shaabiyya chaabi shabi
modifier national: national nationale nationaux nacional nationales milli ulusal وطني وطنية ملی قومي قومية национальн* watani wataniya wataniyya qawmi
modifier islamic: islamic islamique islámica islámico islamische islamischer islami إسلامي إسلامية اسلامی исламск* islamiya islamiyya islamia islamiyah muslim musulman مسلمين
modifier arab: arab arabic arabe árabe arabische arap عربي عربية عرب арабск* arabi arabiya
modifier international: international internationale internacional internationaler uluslararası دولي دولية المللی международн* duwali world mondial mondiale mundial welt dünya عالمي عالمية جهانی мировой всемирн* global
modifier liberation: liberation libération liberación befreiung befreiungs kurtuluş تحرير آزادیبخش освобождени* освободительн* tahrir
modifier freedom: freedom liberté libertad freiheit özgürlük حرية آزادی свобода свободы hurriya free libre freie özgür حر свободн*
modifier revolutionary: revolutionary révolutionnaire revolucionario revolucionaria revolutionäre devrimci ثوري ثورية انقلابی انقلاب революционн* thawri thawra revolution révolution revolución devrim ثورة революция революции
modifier democratic: democratic démocratique democrático democrática demokratische demokratik ديمقراطي ديمقراطية демократическ* democracy dimuqrati
modifier communist: communist communiste comunista kommunistische komünist شيوعي коммунистическ* socialist socialiste socialista sozialistische sosyalist اشتراكي اشتراكية социалистическ*
modifier military: military militaire militar militärische askeri عسكري عسكرية نظامی военн* armed armado bewaffnete silahlı مسلحة مسلح вооруженн* вооружённ*
modifier north: north northern nord septentrional norte norteño nördliche kuzey شمال شمالي شمالية شمالی север северный северная северное северного северной shamal shimal
modifier south: south southern sud méridional sur südliche süd güney جنوب جنوبي جنوبية جنوبی юг южный южная южное южного южной janub janoub
modifier east: east eastern est oriental orientale este östliche ost doğu شرق شرقي شرقية شرقی восток восточный восточная восточное восточного восточной sharq sharqi
modifier west: west western ouest occidental occidentale oeste westliche batı غرب غربي غربية غربی запад западный западная западное западного западной gharb gharbi
modifier central: central centrale zentral مركزي مركزية مرکزی центральн*
modifier new: new nouveau nouvelle nuevo nueva neue neuer yeni جديد جديدة جدید نوین новый новая новое jadid
modifier old: old ancien ancienne viejo alte eski قديم قديمة قدیم старый старая
modifier united: united uni unie unies unis unido unida unidos vereinigte birleşik متحد متحدة объединенн* объединённ* единый unified
modifier first: first premier première primero primera erste birinci أول أولى первый первая
modifier second: second deuxième segundo segunda zweite ikinci ثاني ثانية второй вторая
modifier third: third troisième tercero tercera dritte üçüncü ثالث ثالثة третий третья
modifier general: general général générale allgemeine genel عام عامة общий общая всеобщ*
modifier workers: workers labour labor travailleurs ouvriers obreros trabajadores arbeiter işçi işçiler عمال عمالية کارگران рабочих трудящихся
modifier students: students student étudiants estudiantes studenten öğrenci طلاب طلبة دانشجویان студентов студенческ*
modifier youth: youth jeunesse juventud jugend gençlik شباب جوانان молодежь молодежи молодежн* shabab
modifier women: women femmes mujeres frauen kadın kadınlar نساء نسوية زنان женщин женский женская
modifier development: development développement desarrollo entwicklung kalkınma تنمية توسعه развития развитие tanmiya
modifier agricultural: agricultural agriculture agricole agrícola landwirtschaft* tarım زراعة زراعي زراعية کشاورزی сельскохозяйственн* аграрн*
modifier investment: investment investments investissement inversiones inversión investition* yatırım استثمار استثمارات инвестици* инвестиционн* finance financial financière financiera finans مالية مالي финансов*
name mercy: mercy miséricorde misericordia barmherzigkeit rahmet merhamet رحمة милосерди* rahma
name peace: peace paix paz frieden barış سلام صلح мира мир salam
name justice: justice justicia gerechtigkeit adalet عدالة عدل справедливост* adala
name unity: unity unité unidad einheit wahda وحدة وحدت единство единства
name hope: hope espoir esperanza hoffnung umut أمل امید надежда надежды
name light: light lumière luz licht nur nour noor ışık نور свет света
name martyrs: martyrs martyr mártires märtyrer şehitler şehit شهداء شهيد شهدای мучеников shuhada
name resistance: resistance résistance resistencia widerstand direniş مقاومة مقاومت сопротивлени* muqawama
name victory: victory victoire victoria sieg zafer نصر پیروزی победа победы nasr
name jihad: jihad djihad cihad جهاد джихад джихада
name sun: sun soleil sol sonne güneş شمس خورشید солнце солнца
name nations: nations naciones nationen milletler أمم ملل наций
name wheat: wheat blé trigo weizen buğday قمح حنطة گندم пшеница пшеницы
name gold: gold golden oro dorado goldene altın ذهب ذهبي طلا золото золотой золотая
name valley: valley vallée valle tal vadi vadisi وادي دره долина долины wadi
name river: river fleuve rivière río fluss nehir نهر رودخانه река реки nahr
name sea: sea mer mar meer deniz بحر دریا море моря bahr
name mountain: mountain montagne montaña berg dağ dağı جبل کوه гора горы jabal jebel
name sail: sail voile vela segel yelken شراع بادبان парус
name star: star étoile estrella stern yıldız نجمة نجم ستاره звезда звезды najma
name eagle: eagle aigle águila adler kartal نسر عقاب орел орёл
name lion: lion lions león löwe aslan أسد شیر лев львы
name red: red rouge rojo roja rote kırmızı kızıl أحمر حمراء سرخ красный красная ahmar
name blue: blue bleu bleue azul blaue mavi أزرق زرقاء آبی синий синяя голубой
name green: green vert verte verde grüne yeşil أخضر خضراء سبز зеленый зелёный зеленая
name white: white blanc blanche blanco blanca weiße weisse beyaz أبيض بيضاء سفید белый белая
name black: black noir noire negro negra schwarze siyah kara أسود سوداء سیاه черный чёрный черная
`;
