var e={done:0,failed:1,input:2,broken:3,interrupted:130},r={pass:e.done,fail:e.failed,error:e.broken};export{e as a,r as b};
