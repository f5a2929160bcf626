import{a}from"./chunk-O7VY7I3Y.js";import"./chunk-FB7V5PZK.js";import"./chunk-G4AE2RJD.js";export{a as withoutPrivate};
