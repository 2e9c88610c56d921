/**
 * The words that describe rules about values. LinkCy's messages are free text and may contain a name that was not in the
 * request ("Rosa Blum exists already"). Only a list of harmless words tells a name from another word.
 */
const words = new Set(
  `a about above account active add address after all allowed already amount an and another any are array as at
  available be been before below beneficiary between bic blank block blocked body bool boolean both but by can cannot
  card category change changed character characters check closed code collection combination consumer contain contains
  country currency date day days decimal decimals deleted delivery describe describes device different digit digits direct
  disabled does document duplicate each either element elements email empty end enough exactly exceed exceeds exist
  existing exists expected expiry external factor false few field fields final first fit for form format formed found
  fraction from future given greater has have hexadecimal higher iban id identifier in inactive incorrect input integer
  invalid is it its item items json key kind known last latin least ledger length less letter letters like limit
  limits list long longer lower lowercase make many map match matches max maximum may method min minimum missing
  money month more most must name negative neither new newest no none not null number numbers numeric object occupation
  occur of off old on one only operation optional or other out outside over own pan partner past pattern per period
  permitted phone pin plus point positive possible postal present problem profile property provided range reach reached
  reason reference refused regex regular required requires right rule rules same sample scale sca secret sequence set
  shall short shorter should shouldn sign signature size small source space spaces special start state status string sum
  supported symbol symbols text than that the their them then there these they this time to together too total
  transaction transfer trim true two type types under unique unknown unsupported up upper uppercase url use used user
  uuid valid value values version virtual well when where which white whitespace whole will with without word words wrong
  year years yet you zero`.split(/\s+/),
);

/** Whether a message consists of these words and small numbers only. */
export function isPlainRule(message: string): boolean {
  return message.split(/[^\p{L}\p{N}]+/u).every((word) => /^\d{0,4}$/.test(word) || words.has(word.toLowerCase()));
}
