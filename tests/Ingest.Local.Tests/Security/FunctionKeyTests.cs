using System.Reflection;
using System.Security.Cryptography;
using Ingest.Local.Http;
using Microsoft.AspNetCore.Http;

namespace Ingest.Local.Tests.Security;

public sealed class FunctionKeyTests
{
    private const byte CallInstruction = 0x28;

    [Theory]
    [InlineData("a-key", true)]
    [InlineData("a-kez", false)]
    [InlineData("b-key", false)]
    [InlineData("a-key ", false)]
    [InlineData("A-KEY", false)]
    [InlineData("", false)]
    [InlineData("a-key\u0000", false)]
    public void A_request_has_the_key_or_has_not(string carried, bool expected)
    {
        using var folder = new TestFolder();
        var key = FunctionKey.Find("a-key", folder.Path);
        var byHeader = new DefaultHttpContext().Request;
        byHeader.Headers[FunctionKey.Header] = carried;
        var byQuery = new DefaultHttpContext().Request;
        byQuery.QueryString = QueryString.Create(FunctionKey.Query, carried);

        Assert.Equal((expected, expected), (key.IsCarriedBy(byHeader), key.IsCarriedBy(byQuery)));
    }

    [Fact]
    public void Keys_are_compared_as_hashes_in_constant_time()
    {
        var called = CalledBy(typeof(FunctionKey).GetMethod(nameof(FunctionKey.IsCarriedBy))!);
        var hashes = CalledBy(typeof(FunctionKey).GetMethod("HashOf", BindingFlags.NonPublic | BindingFlags.Static)!);

        Assert.Contains((typeof(CryptographicOperations), nameof(CryptographicOperations.FixedTimeEquals)), called);
        Assert.Contains((typeof(SHA256), nameof(SHA256.HashData)), hashes);
        Assert.DoesNotContain(called, method => method.Name is "Equals" or "op_Equality" or "op_Inequality" or "SequenceEqual" or "Compare");
    }

    private static List<(Type? Type, string Name)> CalledBy(MethodInfo method)
    {
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        var called = new List<(Type?, string)>();
        for (var at = 0; at + 4 < code.Length; at++)
        {
            if (code[at] == CallInstruction && Resolve(method.Module, BitConverter.ToInt32(code, at + 1)) is { } target)
            {
                called.Add((target.DeclaringType, target.Name));
            }
        }

        return called;
    }

    // What looks like a call may be the number of another instruction.
    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
