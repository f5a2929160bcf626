import{a}from"./chunk-XGQDYUAX.js";import"./chunk-FB7V5PZK.js";import"./chunk-VAXFZMX4.js";export{a as withoutPrivate};
