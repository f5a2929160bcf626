/**
 * English words that lie near one of the vocabulary and are none of it: never taken for a slip. They are those of the 40,000 most
 * frequent ones (wordfreq 3) that would be corrected if they did not stand here.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  `
abel aboard ache aches aching acp action activated activator activities actuality addicting addiction
addictions addis additionally additions addressed addresses advanced advances advisable advisor advisors
affection affections affective afresh afternoons afterward agro ahs aide ailing albert alerts allows
altogether amc amin amore amr amy analyse analysing analysts analytics analyze analyzer analyzes andy anode
ants appeals appear apples appreciate appreciates architectural arent argon argos arise arty ascending
ascertain asks asleep asses assigning aster attaches attaché attacked attacker attenuation attracted
auctions audi audition auditions aversion averted avid avoidable avoids awhile ayn back bagging bailing bale
bard baring batches beach beak beaks beast bedside behaved behaves beings bellow bends bene bequest beset
besides bets bette betting bilal bills billy blacks bland blast bleak bless bloc blow blower boar boards
bock boeing bones booth border boring botha bother bought braking branched brea breaching breathable
breathing breen brig brill brings broke broth budge budgets buffer buildings bumps bumpy bundled bundles
burying buses businesses buttons cable cale calle cancers canned canning cans caro carr carrey cart carts
cary casey cashing cass caste castes casting catches catching cause causes caves cease ceases censure
centrally cents centuries certainly certainty champlain chances chang changer changers channeled channing
chanted chanting chaplains char charged charges charging chase chases chat chats cheated checkered checkers
cheer chipped chongqing chore chores chucked chucking chuckling claire cleave click cline clint clipped
clock clover clustered clusters clutter cna cnet coached coaches coaching coded codes codex coed cold
colleague combination combining come comers comets commented commies committee committees comparing
compelled compelling compete competent competing compilations compilers complained complains complaint
complaints completed completely completes completion complexes complication complied complies composing
comprised comprises comprising computation computing concealed concurrent conde cones configured connected
connector connects contained contributes contributions contributor converged converted copyright corey corn
corning corrected cortes couches coulda couldn cove covers covert coveted cpa cpt crap craters creaking
creatives creatures cred credential cremated crested crete cropping crore crores cross crouching crown crust
cunning cup cups currently curtain cushing custer customary customer customs dad dads daly deactivated
decided decider decides decreased decreases deduction defaulted defaults defection defends deflection
degenerate delegates deleted demands denny dependable dependant dependence dependent dependents depending
depends depiction depositors depository desertion designing despatched detachable detaining detecting
detective detention developed developer developmental developments develops devos direction discard dislike
disliked dispatcher dispatches distances diversion diversions doesn doesnt domains domes donne donut dose
doses dover doves downgraded downwards dresses dripping drips drone droppings duality dunning duplication
dwell earnings east eaves effecting effects eject elise elsie emerge emerged emerges emerging emory
employing employment enabler enforced enforcer enforcers engineer engineered ensue ensured ensures entre
environmental equality error ese est ethan ether even evenings evers everyones examine examiner examiners
examines exceeding excepting exceptional exceptions excerpt excessively exchanged exchanges exchanging
excluded excludes exclusive exclusives exclusivity executive executives exemption exists exit exits experts
exploding exposes extends exterminate extras fable factions factually failings faire falling fallow fargo
fasting fever fibre fiend filet filing finds fined finer fines finisher finishers finishes finnish fired
fires firs firsts fist flailing flak flake flaw flies flipped flour flower folk forge forgets form forma
formats fortified forwarded forwards fought fours fractions frail freaking frida fro furnished fused fuses
fusing futures gable gagging gain generated generates generative generator gents getting ghost giver givers
gland glands goers goings golan gomes gong goode goods goody gove govt greats greeting greta groups growl
grown gruff guests gunners gunning gushing gutting hailing hall hands handy hanged hanging hank hanks hap
happend hard harding hart hatched hatches hatching haven haves havin havre head heard hearn hears heart
heave heaving heck heir helms helps hera here hinting hips hoes hoist hoisted holed holmes horizontally hors
horst horus hosts hots hover hovered humane humans hye ills impassable impending implication implications
imply impossible impossibly improperly inception included includes including incorrectly increased increases
inert infecting informer insect insecurity inserts inset inspected inspector installer installs instance
instill instilled instincts integrated integrates integrative integrity inter intl intro introduced
introduces invalidate inversion inwards issue issued issuer issuers ist itch ives jets joint joints jones
joni keyes kicks kinda kinds kline knicks knight knows lace lads lagging laine lair lal landis lando largo
lasting lasts latched laws leach leaky leaning lease leavers lends lengthened lest letting lever librarian
librarians licks lien lifting lightly liked likes lined linen liner liners lines lingers lining linked
linking lipped lips listing liter liters loads lock locks loner longs looks loos loved lover loves lovey
lowe lowers lps lte lunch luster mach machined machinery machinist macros madge madre mage mailing mails
maine maintained maintains mainz maker makers makin mali mandy mani manly manny mans manuals march marches
marching marcos margo marin marrying massage masters mastery matched mater material materialism materially
math maude maximus mca meade mean meanings mens mere merger mergers messaged messages mighty minas minds
mines mini minion minis minsk mints minus mismatched moaning modified modifier modifiers modulus moist
mongol mono mont months moore mores mornin mornings morse mortified moth mother motivates mourning moved
mover movers movie movies mulch munch muses musty mya nad nagging nailing names nast nay ned needy nesting
nether netting nev nicer niche niece nigh nights nodes noe note nothin nothings noting nots notting nugent
nugget observers ont onward opponents orders ores others ouch ounce ours overalls overs overt pace packaged
padded padding pages pai paige palace pap parallels paralysed paralysis paralyzed parity parte parti partly
parts passers passports pasting patch patched patches patching pathos pats pcp peach pearson pease pending
penetrate pens peoples perception performed performer performs permeable persisted persona personas pertain
petting pierson pinto placed placer places plastic pleas pleased pleases plugs plums polishing ponce ponds
possibly postures pot pouches ppi praise pre prediction preferable present pressed presser pressures
prettiest prevalent prevented prevents previews primate privately privates probable problem processed
processes procession processions produced producer producers produces product productions productive
professor professors projected projection projector projectors promoter promoters promotes prompted property
propping prospects protect protection protects protestors proto protocols protons proud provided provider
providers provides ptc publisher publishers pulls pushy pythons qualify quartet queued rabbi rabbits rae
railing raised raiser raises rally ranch ranches rates reach reactions read realm realy rebuilding reception
reclining recovered recreated redevelopment redo reds reduced reduces reduction refrained refused refuses
regaining regal regard regenerate registers registrar reinforce reinforces reinstall rejection relay
released reliefs remarking reminding removed remover renal renovated repairing replaying replicate
replication replies reply reports reproduce reproduction republished required reschedule rescheduled
resection reset resetting resides resigning resolving resources respected respective restarted restarting
resting rests retailing retaining retards retention retires retraining reuse review revolving rewards
reworking rightly ring rise rna robocop rover rows rubles rugby ruining ruins rule rulers runes runnin
rushing rusty sable sack safer safes sage sagging sailing sala sale sales salsa salve sanctions sans saved
saver saves scalar scaled scalia scanners scant scaring scent score scores scot scouts scrape scraps scripps
script sealing searchable searchers seating seats sects seep selection sell sending sends sens sensed sensei
senses separated separately separates separator serviced settings settling setups sexting shad shaded
shading shame shared sharing sharp shaving shear shelf shells shelly shipper shipping shopping short
shortened shorter shoulda shouldnt side sidebar sidelines sift sighing signaling signatories signatory
signings sill sincerity sine sing singing sings sinks sins sipping site sites sitting skill skilled skills
skis slacks slapped slave sleeps sleepy slipper slipping slit slower snatching snort soar someones somethin
somethings somme sona sorta sorts sought sourced sox spain spanned spanning spatially spec speeding spend
spilt spine spins spit spitting splinters splits spoon sport spreading sprinting squatters stacy stag staged
stages stake stakes staking star stared starling starred starring stars starter startled startling starved
starving stat stated stats stave staying ste steam steep steph stepped stepping stills stink stomp stomped
stomping stoop stopper strapping strat stray strays stuart styled styles suave sue sued sues suffers suing
suit suited suits supported supporter supports supposed suppressed suppresses suppressor surge survived
survivors suspected suspending swatch swell swerve swoon sword table tactically taken taker takers talks
tank tanks tart tarts tasting teach teams teas telegraph tells telly terminals terminated terminates
terminator terrors texting thane thang thats thee theirs theme theres theses theyre thier things thingy
thinks thirds thorough though threes thresholds thumb ties tightly tiled till tilted timed timelines timer
timers times timetables ting tis tissues title token tones tools topped topping tops torches touched touchy
tow treated tree trend troll trolled trolls trough trunks trust tugging turin turning turns tying
unavailable uncertain unchanged unchecked uncovered undated unfit uniformed uninstall unis unite unites
unity unpublished unscheduled unsightly untill update updates upgraded upgrades uplifting upsetting upton
upward urn usaid user users vacations validated veer venerable vent ventral vents verified vetting void
vomit wagging wailing waist waite waiting wallow waned wanting warne warning warns washing wasnt watchers
watches watching weaning weeks wells were wether wetting whats wheat wherever whipped whomever whosoever
widows width willa wills willy window winters wired wires witches wits won wording words workday workin
workings world woulda wouldn wto yee youre yours yourselves zones
`
    .trim()
    .split(/\s+/),
);
