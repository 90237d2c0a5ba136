/**
 * Words that make a password guessable: the most used passwords' stems, words of the trade, names people fall back on.
 * A password is judged by what is left once these, sequences and repetitions are taken away (password-rules.ts), so a
 * long one built from them alone is refused however often they are repeated, numbered or decorated.
 */
export const passwordWords: readonly string[] = `
  password passwort passphrase passcode contrasena motdepasse parola senha secret letmein welcome
  bienvenido willkommen changeme default administrator admin root login master access security secure
  system server computer internet network database guest user test testing demo sample example temporary
  temp company office business manager iloveyou loveyou love lovely forever trustno whatever nothing
  something monkey dragon tiger lion eagle falcon panther wolf horse dolphin butterfly flower sunflower
  rainbow sunshine summer winter spring autumn january february march april june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday football baseball
  basketball soccer hockey golf tennis superman batman spiderman starwars pokemon minecraft matrix hunter
  ranger killer shadow ninja samurai pirate wizard princess queen king angel heaven blessed jesus christ
  faith money dollar million lucky happy freedom america american england london newyork chicago boston
  dallas texas florida california canada mexico paris berlin liverpool chelsea arsenal barcelona madrid
  juventus mercedes ferrari porsche mustang harley yamaha toyota michael jordan jennifer jessica ashley
  amanda michelle nicole daniel david robert william charlie george thomas andrew joshua matthew anthony
  patrick maggie buster cookie chocolate banana orange cheese pepper ginger coffee purple yellow silver
  golden diamond crystal jasmine samantha hannah sophie google facebook apple microsoft windows linux
  samsung nintendo playstation hello goodbye abcdef qwerty qwertz azerty asdfgh zxcvbn qazwsx onetwothree
  correcthorsebatterystaple correct battery staple loremipsumdolorsitamet
  thequickbrownfoxjumpsoverthelazydog tobeornottobe maytheforcebewithyou openthedoor opensesame
  passwordpassword thisismypassword ihatepasswords mypassword plumbline insurance insurer health
  healthcare healthplan member members benefits claims vendor partner callcenter contactcenter contact
  center centre agent service services support customer quality scorecard contract medicare medicaid hipaa
  hospital doctor nurse patient pharmacy
`
  .trim()
  .split(/\s+/);
