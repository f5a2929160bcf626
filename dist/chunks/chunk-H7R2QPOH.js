import{b as e,d as a}from"./chunk-G4AE2RJD.js";var s={};a(s,{default:()=>l});var l,t=e(()=>{l=()=>Object.assign(()=>{},{enabled:!1})});export{l as a,s as b,t as c};
