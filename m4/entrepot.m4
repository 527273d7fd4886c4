# ENTREPOT_ADD_FLAG(VARIABLE, FLAG, [LINK])
# Appends FLAG to VARIABLE when the compiler takes it, silently; with LINK, when
# a program can be linked with it.
AC_DEFUN([ENTREPOT_ADD_FLAG], [
  AS_VAR_PUSHDEF([cache], [entrepot_cv_flag_$2])
  AC_CACHE_CHECK([whether $CC accepts $2], [cache], [
    entrepot_saved=$CFLAGS
    CFLAGS="$CFLAGS -Werror $2"
    m4_if([$3], [LINK],
      [AC_LINK_IFELSE([AC_LANG_PROGRAM()], [AS_VAR_SET([cache], [yes])],
                      [AS_VAR_SET([cache], [no])])],
      [AC_COMPILE_IFELSE([AC_LANG_PROGRAM()], [AS_VAR_SET([cache], [yes])],
                         [AS_VAR_SET([cache], [no])])])
    CFLAGS=$entrepot_saved])
  AS_VAR_IF([cache], [yes], [AS_VAR_APPEND([$1], [" $2"])])
  AS_VAR_POPDEF([cache])
])

# ENTREPOT_NEED(VARIABLE, MODULE, DEBIAN-PACKAGE)
# A library without which there is no program.
AC_DEFUN([ENTREPOT_NEED], [
  PKG_CHECK_MODULES([$1], [$2], [],
    [AC_MSG_ERROR([$2 was not found; on Debian and Ubuntu: apt-get install $3])])
])

# ENTREPOT_SONAME(VARIABLE, LIBRARY, FUNCTION, HEADER)
# By which name a program finds LIBRARY, of which ENTREPOT_NEED set VARIABLE, when it
# runs: substitutes VARIABLE_SONAME. Nothing is run of what was built.
AC_DEFUN([ENTREPOT_SONAME], [
  AC_CACHE_CHECK([for the name that $2 is loaded by], [entrepot_cv_soname_$2], [
    entrepot_saved_CFLAGS=$CFLAGS
    entrepot_saved_LIBS=$LIBS
    CFLAGS="$CFLAGS $$1_CFLAGS"
    LIBS="$$1_LIBS $LIBS"
    AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <$4>]], [[return !$3();]])],
      [entrepot_cv_soname_$2=`$READELF -d conftest$ac_exeext 2>/dev/null |
         sed -n 's/.*NEEDED.*\($2@<:@-._0-9A-Za-z@:>@*\).*/\1/p'`])
    CFLAGS=$entrepot_saved_CFLAGS
    LIBS=$entrepot_saved_LIBS])
  AS_VAR_IF([entrepot_cv_soname_$2], [],
    [AC_MSG_ERROR([a shared $2 was not found, or what it is called: is dnl
readelf there? You may say it: ./configure entrepot_cv_soname_$2=$2.so.13])])
  AC_SUBST([$1_SONAME], [$entrepot_cv_soname_$2])
])

# ENTREPOT_WANT(VARIABLE, MODULE, DEBIAN-PACKAGE)
# A library that only tests need; sets have_VARIABLE to yes or no.
AC_DEFUN([ENTREPOT_WANT], [
  PKG_CHECK_MODULES([$1], [$2], [have_$1=yes],
    [have_$1=no
     AC_MSG_NOTICE([$2 was not found, its tests are left out; on Debian and Ubuntu: dnl
apt-get install $3])])
])

# ENTREPOT_PROGRAM(VARIABLE, PROGRAM, DEBIAN-PACKAGE)
# A program that the build calls; it runs on this machine, whatever is built for.
AC_DEFUN([ENTREPOT_PROGRAM], [
  AC_PATH_PROG([$1], [$2])
  AS_IF([test -z "$$1"],
    [AC_MSG_ERROR([$2 was not found; on Debian and Ubuntu: apt-get install $3])])
])
