/**
 * Codes of languages: ISO 639-1 and ISO 639-2 whole; of ISO 639-3 those that the Unicode locale data name, and
 * further Arabic, Kurdish and Persian languages. RFC 5646 wants a code that is registered.
 */
const split = (codes: string): string[] => codes.trim().split(/\s+/);

/** ISO 639-1. */
const twoLetters = split(`
  aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
  ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
  in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg
  mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro
  ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty
  ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
`);

/** ISO 639-2, bibliographic and terminological. */
export const threeLetters: ReadonlySet<string> = new Set(
  split(`
  aar abk ace ach ada ady afa afh afr ain aka akk alb ale alg alt amh ang anp apa ara arc arg arm arn arp
  art arw asm ast ath aus ava ave awa aym aze bad bai bak bal bam ban baq bas bat bej bel bem ben ber bho
  bih bik bin bis bla bnt bod bos bra bre btk bua bug bul bur byn cad cai car cat cau ceb cel ces cha chb
  che chg chi chk chm chn cho chp chr chu chv chy cmc cnr cop cor cos cpe cpf cpp cre crh crp csb cus cym
  cze dak dan dar day del den deu dgr din div doi dra dsb dua dum dut dyu dzo efi egy eka ell elx eng enm
  epo est eus ewe ewo fan fao fas fat fij fil fin fiu fon fra fre frm fro frr frs fry ful fur gaa gay gba
  gem geo ger gez gil gla gle glg glv gmh goh gon gor got grb grc gre grn gsw guj gwi hai hat hau haw heb
  her hil him hin hit hmn hmo hrv hsb hun hup hye iba ibo ice ido iii ijo iku ile ilo ina inc ind ine inh
  ipk ira iro isl ita jav jbo jpn jpr jrb kaa kab kac kal kam kan kar kas kat kau kaw kaz kbd kha khi khm
  kho kik kin kir kmb kok kom kon kor kos kpe krc krl kro kru kua kum kur kut lad lah lam lao lat lav lez
  lim lin lit lol loz ltz lua lub lug lui lun luo lus mac mad mag mah mai mak mal man mao map mar mas may
  mdf mdr men mga mic min mis mkd mkh mlg mlt mnc mni mno moh mon mos mri msa mul mun mus mwl mwr mya myn
  myv nah nai nap nau nav nbl nde ndo nds nep new nia nic niu nld nno nob nog non nor nqo nso nub nwc nya
  nym nyn nyo nzi oci oji ori orm osa oss ota oto paa pag pal pam pan pap pau peo per phi phn pli pol pon
  por pra pro pus que raj rap rar roa roh rom ron rum run rup rus sad sag sah sai sal sam san sas sat scn
  sco sel sem sga sgn shn sid sin sio sit sla slk slo slv sma sme smi smj smn smo sms sna snd snk sog som
  son sot spa sqi srd srn srp srr ssa ssw suk sun sus sux swa swe syc syr tah tai tam tat tel tem ter tet
  tgk tgl tha tib tig tir tiv tkl tlh tli tmh tog ton tpi tsi tsn tso tuk tum tup tur tut tvl twi tyv udm
  uga uig ukr umb und urd uzb vai ven vie vol vot wak wal war was wel wen wln wol xal xho yao yap yid yor
  ypk zap zbl zen zgh zha zho znd zul zun zxx zza
`),
);

const further = split(`
  abv acm acq adp aeb aec afb agq ajt aju akz aln als ann apc apd arb aro arq ars ary arz asa ase atj avk
  ayl ayn ayr azj bar bax bbc bbj bcc bcl bew bez bfd bfq bgc bgn bjn bkm blg blo blt bpy bqi brh brx bss
  bum bxk bxr byv cay cch ccp cgg cic ckb clc cld cls cmn cps crg crj crk crl crm crr crs csw cwd dav dgo
  dhd dik diq dje drh drw dtp dyo dzg ebu egl ekk emk esk esu ext fit frc frp fuc gag gan gaz gbo gbz glk
  gno gom guc gug gur guz gya hac hak hax hbs hdn hea hif hnj hsn hur ibb ike ikt izh jam jaw jgo jmc jut
  kaj kbl kcg kde kea kek ken kfo kgp khk khq khw kiu kkj kln kmr knc kng koi kpv kri krj ksb ksf ksh ktr
  kwk kxl kxv kzj kzt lag lfn lij lil liv lkt lmo lou lrc lsm ltg luy lvs lzh lzz maf mde mer mfe mgh mgo
  mhr moe mol mrj mua mup mwv mye mzn nan naq njo nmg nnh nov npi nus ojb ojc ojg ojs ojw oka ory pbt pbu
  pcd pcm pdc pdt pes pfl pis plt pmk pms pnb pnt pqm prg prp prs pst quc qug quz rgn rhg rif rmy rof rtm
  rue rug rwk saq saz sba sbp scc scr sdc sdh see seh sei ses sgs shi shu slh sli sly smd snb spy src ssy
  stq str swb swc swh szl tce tcy tdu teo tgx tht tkr tly tmr tnf tok tru trv trw tsd ttm ttq ttt twq tzm
  umu uzn vec vep vls vmf vmw vro vun wae wbp wuu xmf xnr xog xpe xsl yav ybb ydd yrl yue zai zea zsm zyb
`);

const known = new Set([...twoLetters, ...threeLetters, ...further]);

/**
 * Whether a text is a language tag (RFC 5646): a registered language, then subtags of one to eight letters and
 * digits, each after a hyphen; or a private tag, as `x-cell`.
 */
export function isLanguageTag(tag: string): boolean {
  const end = tag.indexOf('-');
  const language = (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
  if (language !== 'x' && !known.has(language)) return false;
  return end < 0
    ? language !== 'x'
    : tag.length <= 64 &&
        tag
          .slice(end + 1)
          .split('-')
          .every(isSubtag);
}

function isSubtag(text: string): boolean {
  if (text.length < 1 || text.length > 8) return false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isLetterOrDigit = (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
    if (!isLetterOrDigit) return false;
  }
  return true;
}
