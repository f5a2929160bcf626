/**
 * English words that lie near one of the vocabulary and are none of it: never taken for a slip. They are those of the 40,000 most
 * frequent ones (wordfreq 3) that would be corrected if they did not stand here.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  `
abel abou accidental accidently accidents accounted accounts aces ache aches aching acp acre acres action
activation activator activities actuality adapted addicting addiction addictions addis additions addressed
addresses adopts adoration advanced advisable advisor advisors affection affections affective afternoons
afterward agnes agree agro ahs aide ailing albert allows amazingly amc amd amin amr amy analyse analysing
analysts analytics analyze analyzer analyzes ancients andy annoy ants appalling appeals appear apples applies
appreciate appreciates architectural arent ares argent argon argos arise arises arranges arte arty ascending
assed asserting asses assured assures ast aster attaches attaché attacked attacker attacking attaining
attenuation attracted attracting auctions audi audition auditions automate automatic averted avid avoidable
avoids ayn backs baek bagging bailing baked baker bale banging bard barf baring bars based basel bases
battering batters beak beaks beast bedside begging begins behaved behaves beings believed believer believers
believes belive bellow belo bene bequest beset bets bette bettering beverage beverages bilal bills billy
bindings blacks blake bloc blot blown boar boards bock boeing bolts bond booth bordering boring botha bounds
bout bows bowser boxers brake braking branched brea breaching breathable breathing breen brig brill bristle
broke broth brother brothers browse browsers budge budgets buffer buildings bulging bumps bumpy bund bundled
bundles buns burn burying bushy businesses busty buttons buys cadre cadres cain cale calls cancerous cancers
candles canned canning cans cant captivated captivating cared carer carers caress carey carne caro carr carrey
carriages carrie carried carrier carriers cars cart carte carts carve cary casey cashing cass caste castes
casting catcher catchers catching catchy cath caused causes caves cease ceases ceilings censoring centrally
cents centuries certainty certified certifying chai chains champlain chan chances chang changer changers
channeled channing chanted chanting chapin chaplains char charged charges charging chase chases chat chats
cheated cheating checkered cheer chin chipped choke chongqing chore chores chucked chucking chuckling chucky
claire clan clare clause cleans cleary clinching clipped clock clocking clouds cloudy clover clustered
clusters clutter cnet coached coaches coaching coasts coded codes codex coed cold collection colo combination
combining comer comers comet comets comey comme commented commenting commies committee committees commuter
commuters commuting comparing compelled compelling compete competent competing compilations compilers
complainant complainants complained complaint completed completely completes completion complexes complication
complied complies compose composed composers composing composure comprised comprises comprising computation
compute computed computers computing comte concealed conception concluded concocted concoction concurrent
conde conduction conductor conducts conduit conferred confessing conformation confusion congestion conjuring
connected connecting connections connective connects consisted consisting constance constitute constrain
consulted consulting cont contacted contagion contained contention continual continued continues continuum
contributes contributions contributor convection convention converged converted convicted conviction cools
corey corn corning corporate corrected correction cortes cost couches coulda couldn couldnt countless counts
county courses cove covers covert coveted cpa cpt crap craters cray creaking cream creatine creations
creatives creatures cred crediting cree creeps creepy cremated crepe crested crete critically cropping crore
crores cross crouching crown crunching cults cunning cunt cunts cup cups curiously currently curse curtain
cushing custer customs cuttings dad dads daly dangerously deactivated deal deception decided decider decides
decreased decreases deduction defaulted defaults defection defects defends definately definitively deflection
deformation delegates deleted demands demon demos denny departing dependable dependant dependence dependent
dependents depending depiction deporting depositors depository depriving derives deriving deserters desertion
desks despatched destitute detachable detaining detecting detective detectors detention developed
developmental developments develops devos didnt direction disasters discard dislike disliked dispatcher
dispatches distances dives diving doesn doesnt domains domes donne donut dose doses doves downgraded downs
downwards dpi dread dresses dressing dressings dries dripping drips drive drivers drone droppings drown
duality dunning duplication early earnings east eaves education effecting effects efficient efforts eighth
eject elise elsie embarrassingly emil emissions emory employee employees employer employers employing
employment employs enabler endorsing endured enduring enforcer enforcers engineer engineered enlisting ensue
ensued ensuing ensures ent entre environmental ese est establishes eternal ether evenings evers everyones
examine examiner examiners examines exceeding excellence excellency excellently excerpt excessive excessively
excluded excludes exclusive exclusives exclusivity execs execution executions executive executives exemption
exemptions exercise exercises exists exit exiting exits expansive expecting experts exploding exploit
exploited explosive exporting exposes expressive extends extensive externally extras face facets fags failings
failure faire falling fantastical farther fasting faults faulty federated feels fibre fiend fiends figurines
filet filing finding fined finer fines finisher finishers finishes finnish fins fir fired fires firs firsts
fission fist fitting fives flag flailing flak flake flaw flicking flies flipped floors flor flour folds folk
fond forge forgets form forma formation formats fortified fortnight forwarded forwards fountains fours frail
freaking frida fro frustration frustrations fully fund furiously furnished futures gagging gain ganga gangs
gaol gated gates gathering genera generally generals generates generation generations generative generator
gent gents gettin giver givers givin goals goers goin goings golan gomes gong goode goods goody gove govt
grate greats greed greene greens greeting greta groups growl grown guarantees guarantor guards guests gunners
gunning gushing gutting hailing hain hall handing handle handled handler handlers hands hang hanged hangin
hank hanks hans hap happend hardcover harding hardy hart hasnt haste hatched hatching hated hater hates haunt
haute haven havent haves havin havre head health hearn hears heart heave heaving heck heir hell helms hera
heres highs hinting hips hoard hoes hoist hoisted holds holed holmes honesty hooks horizontally hors horst
horus hots hovered huck hugging humane hunts hurst hurt huts hye ideals ideas ills impassable impending
implication implications imply importance importantly importing impossibly improvements inadvertent inception
incidentally including inconsistency incorporates incorporation increased increases inert infecting infinitely
informatics informational informative informer informing ingesting inherited inheriting injecting inks insect
insertion inserts inset insider insides insistent insisting inspecting inspector installer installs instigate
instill instilled instincts institut instituted institutes insulting insurance insured insuring integrates
integrative integrity inter interacted interacting interaction interfaces interfere intl intro introduces
inventing inventor inventors inverted investing investors invokes involving inwards isnt issued issuer issuers
ist itch iteration ives jets joint joints joni keyes kinda kinds knicks lace lads lagged lagging lags laine
lair lal landis lando laptops larger lasting lasts latched laterally launcher launchers laws leaky lean
leaning lease leavers lengthened lest levels leveraged librarian librarians lick licking licks lien lifting
lightly liked likes limbs lined linen liner liners lines lingers lining linked linking lipped lips listing
lists liter liters lived liver lives loads locale locals lock locks loin loner longs loos loose loser loses
loud loved loves lowe lowers lowest lps lte lts lunch lunches luster mach machined machinery machinist macros
madge madre mage magically mailing mails maine maintained maintains mainz maker makers makin mali mall mandy
mani manly manny mans manuals marches marching marcos marin marries marrying massage mastery matched mater
material materialism materially math matter maude maximus mca mda meade mean meanings measured measures
measuring mens mere merger mergers messaged messages messi mighty minas minds mines mini minimally minion
minis minsk mints minus mio mismatched missions moaning model modem modes modified modifier modifiers modulus
moist monde mong mongol monkey mono mont months mooney moore mores mornin mornings morse mortified moth
mothers motivated motivates motivating mountains mourning moved mover movers movie movies mugging mulch munch
musically musty mya nailing names nast nay neath ned needy nerve nervously nesting nether nev neve nicer niche
niece nigh nightmares nights nines nodes noe noises noone nose nosy note nothin nothings notice noting nots
notting novices nugent nugget object obligated oblige oder omissions ont onward opinions opponents orders ores
ouch ounce ours outfits overalls overs oversight overt overweight pace packaged pages pai paige paine
painfully pains paint palace palin palm pap parallels paralysed paralysis paralyzed pare parentage parity
parte parti partly parts passers passports pasta paste pasting pasty patch patched patching pathos pats
patting pavements payment pcp peak pearson pease pending penetrate penetrated penetrating pens peoples
percentages percentile perception perceptions perfected perfectly perforated performer performers performs
permeable persisted personally personnel pertain petrified petting petty pierson pitting placed placer places
plain plastic pleased pleases plum plums plunged polishing ponds postures pot pots pouches ppi pre prediction
prefect preferable pres present presents preserves presiding pressed presser pressures pressuring presuming
prettiest prevalent previews primate print privately privates probable problem processed processes processing
procession processions produced producer producers produces productions productive products professor
professors projected projection projector projectors promoter promoters promotes prompted property propping
prospects protection protectors protest protestors protests proto protocols protons proud provided provider
providers provides prudential psalms ptc publisher publishers pulls puree purge purifying purse pushy pythons
qualify quartered quartet quiet quit rabbi rabbits radically rae railing raiser rally ranch ranches ranging
rated rates reaches reacted reacts realise realised realities realize realized realm realy reception
receptions reclining recording recurrent redo reds reduced reduces reduction redundancy reformation reforming
refrained refused refuses regaining regal regard registers registrar rehearsed rehearsing reinforce reinforced
reinforces reinforcing reinstall reinstated reintroduced rejection relatable relay relegated reliefs relieve
reloading remarking reminding removed remover renal renewable renovated repairing repealing repeating
replaying replicate replication replies reply reporters reproduction reproductions resection reserve reserves
reset resides resisting resolutely resolving resorting resorts respected respective responded responder
responds resting restored restores rests resumed resumes resurrected retailing retaining retains retards
retention retired retiree retirement retirements retires retraining reuse revealing reversing reverting
reviews revived revives revolting revolving rewards rightly rights ring rings rips rise rises risk rna robocop
rows rpi rubles rugby ruining ruins ruled ruler rulers runes runnin rushing rusty sack safer safes sage
sagging sailing sala sale sales salsa salve sanctions sans sats saved saver saves scalar scaled scalia
scanners scant scar scaring scot scouts scrape scraps scratches screaming screams scripps script sealing
searchable searchers seating seats sects seen seep selection sell sending sends sens sensed sensei senses
separated separately separates separator serviced settings settling setups sevens severn sexting shad shaded
shading shame shaped shapes share sharing sharp sharpe shelf shells shelly shingle shining shipper shipping
shooter shopping shortened shorts shorty shot shou shoulda shouldnt shouts shred shs shut sidebar sided
sidelines sift sighing signaling signatories signatory signings silicone sill sincerity sine sing singing
singled singles sings sins sipping site sites sitting skis slacks slapped slave sleeps sleepy slick slid
slider sliders slipper slipping slit smalls snatching sneaky snort soar sock someones somethin somethings
sometime somme sona sorta sorts sourced sox spain spanned spanning spar spared spares sparing sparse spatially
speaks spec speeding spend spilt spine spins spit spitting splits spoon sport sports spout spreading sprinting
sprints squatters sta stacks stacy stag staged stages staking standards star stared starling starred starring
stars starter startled startling starved starving stat stated states statistic statistical status stave
staying ste steep steph stepped stepping steven sticks sticky stills stings stink stinks stocks stomp stomped
stomping stoop stopper strapping strat stray strays stressing string stripe strips struck stuart stuffs stuffy
styled styles suave subjected subjects subtitled suck sue sued sues suffers sufficiency sufficiently suing
suit suited suits summers summits superb supper supplied supplier suppliers supplying supported supporter
supports supposed suppressed suppresses suppressor surge survived survivors suspected sven sweets swerve swoon
systems tacky tactically taken taker takers tank tanks targets tart tarts tasting teas telegraph tells telly
tends terminals terminated terminates terminator terrified terrifying tess texting tfw thane thang thats thee
theirs theme theres theses theyre thier thingy thinks thirds thorough though threes thresholds throughput
thrown throws thumb tick tiered ties tightly tights tiled till tilted timelines timer timers timetables ting
tips tire tis title tock tools topped topping tops torched torches touchy tow track transition treatable
treated treating treatises trees trend tried trip tris troubled troubles trough trunks tuck tuff tugging turin
turning tying undated undeniable unfit uniformed unis unite unites unity unloaded unloading unsightly untill
upgraded upgrades upgrading upholding uplifting upton upward urn user usn ute utilised utilized utilizes
vacations validation value variously veer venerable vent venting ventral vents venturing vest vests vibrations
violating violation violators void wagging wailing waist waite waiting waned wanting warning warns warranted
was washing wasnt wasted watchers watching wealthy weaning websites weeks weigh weights weighty welcomed
welcomes wellcome wells wentz were wether whats wheat wherever whipped whitening whiting whomever whosoever
wich widows width wight willa wills willy window winters wires witch witches withering wits won wonderfully
wont wording words wore workin workings world worsen wort worthy woulda wouldn wouldnt wreak wto yearn years
yee youre yours
`
    .trim()
    .split(/\s+/),
);
