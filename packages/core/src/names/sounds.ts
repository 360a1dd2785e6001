/**
 * One sign for each sound, so that what two scripts write can be compared sign by sign. Small letters are the sounds
 * that they usually write; capitals: S sh, Z zh, C ch, J dj, T th, D dh, G gh, L dark l, Y a last ى, which is a long a or
 * an i without its dots, H a last ه, ה or ة, which is mostly a vowel; đ and ž the ض and ظ that some say as z and dh. What
 * a letter may sound like besides is learnt from pairs of names (`sound-costs`), not written here.
 */
import type { Script } from './script.ts';

const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));

/** Of Latin: letters whose sign is not the bare letter under their marks. */
const latin = table(
  'šS žZ čC ćC đd şS șS ţc țc ğG ġJ żZ źZ śS łL øö œö öö őö üü űü ää ææ åå ßss þT ðD əe ıi ňñ ńñ ññ ņñ řř ċC ħh',
);
const cyrillic = table(
  'аa бb вv гg ґg ғG дd ђJ еe ёo єe жZ зz ѕz иi іi їi йj јj кk қq ќk лl љl мm нn ңn њn оo өo пp рr сs тt ћC уu ўw ' +
    'үu ұu фf хx ҳh һh цc чC џJ шS щS ъ@ ыy ь эe юü яä әe',
);
const arabic = table(
  'اa آa أa إi ٱa بb پp تt ثT ٹt ةH جJ چC حh خx دd ذD ڈd رr ڑr زz ژZ سs شS صs ضđ طt ظž ع@ غG ڠG فf ڤv قq كk کk گg ڭn ' +
    'ڬg لl مm نn ںn ڼn هh ھh ہh ۀh ەe وw ؤw ۆo ۇu ۈü ۋv ێe یi يi ىY ئ@ ےe ء@ ڕr ڵl',
);
const greek = table('αa βv γG δD εe ζz ηi θT ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χh ψP ωo');
const hebrew = table('אa בb גg דd הh וw זz חx טt יi ךk כk לl םm מm ןn נn סs ע@ ףp פp ץc צc קk רr שS תt');
const armenian = table(
  'աa բb գg դd եe զz էe ը@ թt ժZ իi լl խx ծc կk հh ձz ղG ճC մm յj նn շS ոo չC պp ջJ ռr սs վv տt րr ցc ւw փp քk օo ֆf',
);
const georgian = table(
  'აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟZ რr სs ტt უu ფp ქk ღG ყq შS ჩC ცc ძz წc ჭC ხx ჯJ ჰh',
);

const signs: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  Latn: latin,
  Cyrl: cyrillic,
  Arab: arabic,
  Grek: greek,
  Hebr: hebrew,
  Armn: armenian,
  Geor: georgian,
};

const marks = /\p{M}/gu;

/** The signs of a token in small letters; letters that the table lacks count by what is under their marks. */
export function soundsOf(token: string, script: Script): string {
  let sounds = '';
  for (const letter of token) {
    const sign = signs[script].get(letter);
    if (sign !== undefined) sounds += sign;
    else for (const bare of letter.normalize('NFD').replace(marks, '')) sounds += bareSign(bare, script);
  }
  return script === 'Arab' || script === 'Hebr' ? sounds.replace(lastH, 'H') : sounds;
}

const lastH = /(?<=.)h$/;

const bareSign = (letter: string, script: Script): string =>
  script === 'Latn' ? (/[a-z]/.test(letter) ? letter : '') : (signs[script].get(letter) ?? '');
