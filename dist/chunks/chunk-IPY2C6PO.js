var e="kept";export{e as a};
