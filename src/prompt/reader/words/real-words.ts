/**
 * English words that lie near one of the vocabulary and are none of it: never taken for a slip. They are those of the 40,000 most
 * frequent ones (wordfreq 3) that would be corrected if they did not stand here.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  `
abel aboard acp action activated activator activities actuality addicting addis additionally additions
addressed addresses advisable affection affections affective afresh afterward agro ahs ailing albert alerts
allows altogether amc amin amore amr amy analyse analysing analysts analytics analyze analyzer analyzes anode
ants appeals appear apples architectural arent argon argos arise ascending ascertain asleep asses assigning
aster attaches attaché attacked attenuation attracted auctions auditions aversion averted avoidable avoids
awhile ayn bagging bailing bale baring batches beach beaks bedside behaved behaves beings bellow bends bene
bequest besides bette betting bilal bills billy blacks bland blast bleak bless blower boards boeing bones
booth border boring botha bother bought braking branched breaching breathable breathing breen brill brings
broke broth budge budgets buffer buildings bumps bumpy bundled bundles burying buses buttons cable calle
cancers canned canning carrey carts casey caste castes casting catches catching cause causes caves cease
ceases censure centrally cents centuries certainly certainty champlain chances chang changer changers
channeled channing chanted chanting chaplains charged charges charging chase chases chats cheated checkers
chipped chongqing chore chores chucked chucking chuckling cleave cline clint clipped clock clover clustered
clusters clutter cna cnet coded codes codex coed combination combining commented commies committee committees
comparing compelled compelling competent competing compilations compilers complaints completion complication
complied complies composing comprised comprises comprising computation computing concealed conde cones
configured contained converged converted copyright corey corn corning corrected cortes couches coulda couldn
covers covert coveted cpa cpt craters creaking credential cremated crested crete cropping crore crores cross
crouching crown crust cunning cup cups currently curtain cushing custer customs dad dads deactivated decided
decider decides decreased decreases deduction defaulted defaults defection deflection degenerate delegates
deleted demands denny dependence dependent dependents depending depends depiction depositors depository
desertion designing despatched detachable detecting detective detention developed developer developmental
developments develops direction dislike disliked dispatcher dispatches distances diversion diversions doesn
doesnt domains domes donut dose doses dover doves dripping drips droppings duality dunning duplication dwell
eaves effecting effects eject emerge emerged emerges emerging emory employing employment enabler enforced
enforcer enforcers ensue ensured ensures entre environmental equality error ese est ethan evers everyones
exceeding excepting exceptional exceptions excerpt excessively exchanged exchanges exchanging excluded
excludes exclusive exclusives exclusivity executive executives exemption exploding extends exterminate extras
fable factions factually failings faire falling fallow fargo fasting fever fibre fiend filet filing finds
finer fines finnish fired fires firsts flailing flake flies flipped flower forge forgets form forma formats
forwarded forwards fought fractions frail freaking frida fro fused fuses fusing futures gable gagging
generated generates generative generator gents getting ghost giver givers gland glands goers goings golan
gomes goode goods goody greats greta groups growl grown gruff gunners gunning gushing hailing hands handy
hanged hanging hanks hap happend hatches hatching haven haves havin havre heard hearn hears heart heave
heaving helms helps hera hinting hoist hoisted holmes horizontally horst horus hosts hots hover hovered hye
impending implication implications imply impossible improperly inception included includes including
incorrectly increased increases inert infecting insect insecurity inserts inset inspected inspector installer
installs instance instill instilled instincts integrated integrates integrative integrity inter intro
introduced introduces invalidate inversion issue issuers ist jets joint joints jones joni keyes kicks kline
knight knows lagging laine lal landis lando largo lasting lasts leach leaky lease leavers lends lengthened
lest letting lever librarian librarians lien lifting lightly liked likes linen liners lines lingers lining
linked linking lipped listing liter liters loads locks loner looks lover lowers lps lte lunch luster machined
machinery machinist macros madge madre mailing maine mainz maker makers makin mani manuals march marches
marching marcos margo marin marrying masters mastery matched mater material materialism materially maude
maximus mca meade merger mergers mighty minas minds mines minion minis minsk mints minus mismatched moaning
modified modifier modifiers modulus moist mongol months moore mores mornin mornings morse mother motivates
mourning mover muses musty mya nad nagging nailing names nast nay ned needy nesting netting nev nicer niche
niece nights nodes noe nothin nothings noting notting nugent nugget observers ont opponents orders others
ounce overs overt packaged padded padding pages pai paige palace pap paralysed paralysis paralyzed parity
parte parti partly parts passers passports pasting patch patches patching pathos pcp peach pearson pease
pending penetrate peoples perception performed performer performs persona personas pertain petting pierson
pinto placed placer places plastic pleas pleased pleases plugs plums polishing ponce ponds possibly postures
pot pouches ppi praise pre prediction prettiest previews primate privately privates problem processed
processes procession processions produced producer producers produces product productions productive professor
professors projected projection projector projectors promoter promoters promotes prompted property propping
prospects protect protection protects protestors proto protocols protons proud provided provider providers
provides ptc publisher publishers pulls pushy pythons qualify quartet queued rabbi rabbits rae railing raised
raiser raises rally ranch ranches rates reach reactions realm realy rebuilding reception recovered recreated
redevelopment reduced reduces reduction refrained refused refuses regal regenerate registers registrar
reinforce reinforces reinstall rejection removed remover renal replaying replicate replication reports
reproduce reproduction republished required reschedule rescheduled resection resetting resigning resolving
resources respective restarted restarting resting retention reuse review revolving reworking rightly rna
robocop rover rubles rugby ruining ruins rulers runes runnin rushing rusty sable safer safes sagging sailing
sales salsa salve sanctions saved saver saves scalar scaled scalia scanners scant scaring scent score scores
scrape scraps scripps script sealing searchable seating seats sects selection sending sends separated
separately separates separator serviced settings settling setups sexting shame sharp shaving shear shelf
shells shelly shipper shipping shopping shortened shorter shoulda shouldnt sidebar sidelines sighing signaling
signatories signatory signings sing singing sings sinks sipping sites sitting skill skilled skills slapped
slave sleeps sleepy slipper slipping slower snatching someones somethin somethings sought sourced sox spain
spanned spanning spatially speeding spine spins splinters spoon spreading squatters stacy staged stages stake
stakes staking stared starling starred starring stars starter startled startling starved starving stated stats
stave staying ste steam steep steph stepped stepping stills stink stomp stomped stomping stoop stopper
strapping strat stray strays stuart styled styles suave sue sued sues suffers suing suited suits suppressed
suppresses suppressor surge survived survivors suspending swatch swell swerve swoon sword table tactically
taken taker takers tanks tarts teach teams tells telly terminals terminated terminates terminator terrors
texting thane thang thats theirs theme theres theses theyre thier things thingy thinks thirds thorough though
threes thresholds thumb tightly tiled tilted timed timelines timer times timetables tis tissues title token
tones topped topping torches touched touchy treated trend troll trolled trolls trough trunks trust tugging
turin turning turns unavailable uncertain unchanged unchecked uncovered unfit uninstall unite unites unity
unpublished unscheduled unsightly untill upsetting upton urn usaid users vacations validated veer venerable
ventral vents verified vetting vomit wagging wailing waiting wallow waned wanting warne warns washing wasnt
watches watching weeks wells wether wetting whats wheat wherever whipped widows width willa wills willy window
winters wired wires won wording words workday workin workings world woulda wouldn yee youre yours yourselves
zones
`
    .trim()
    .split(/\s+/),
);
