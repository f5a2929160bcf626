var e=["keep","replace"];export{e as a};
